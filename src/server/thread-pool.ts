// Every statement that runs in chDB holds a thread of libuv's pool, which otherwise has four. libuv
// reads this once, when the pool is first used: an entry point imports this file before all others.
process.env["UV_THREADPOOL_SIZE"] ??= "12";
