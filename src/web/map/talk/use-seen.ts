import { useCallback, useEffect, useState } from "react";
import type { Comment } from "../../../protocol/map/comment.ts";
import { firstSeen, isUnread, recallSeen, rememberSeen, withRead } from "./seen.ts";
import { threadsOf, type Reader, type Thread } from "./threads.ts";

/** What this browser has not shown yet of what others said, remembered from visit to visit. */
export function useSeen(
  place: string,
  comments: readonly Comment[] | undefined,
  person: string,
): { readonly isUnread: Reader["isUnread"]; readonly read: (thread: Thread) => void } {
  const [seen, setSeen] = useState(() => recallSeen(place));
  if (seen === null && comments !== undefined) setSeen(firstSeen(comments));
  useEffect(() => {
    if (seen !== null && recallSeen(place) === null) rememberSeen(place, seen);
  }, [place, seen]);
  const read = useCallback(
    (thread: Thread) => {
      const before = recallSeen(place);
      if (before === null) return;
      const after = withRead(before, thread, threadsOf(comments ?? []));
      // At once: the page may be leaving.
      rememberSeen(place, after);
      setSeen(after);
    },
    [place, comments],
  );
  const unread = useCallback((comment: Comment) => isUnread(comment, seen, person), [seen, person]);
  return { isUnread: unread, read };
}
