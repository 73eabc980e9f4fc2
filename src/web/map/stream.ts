export {
  STREAM_HEIGHT,
  STREAM_TOP,
  streamBody,
  streamOf,
  type Stream,
} from "../../core/map/sheet/stream.ts";
