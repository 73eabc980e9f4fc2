export {
  EMOTION_HEIGHT,
  emotionCurve,
  type EmotionCurve,
  type Point,
  type Stretch,
} from "../../core/map/sheet/emotion.ts";
export type { Cubic } from "../../core/map/sheet/monotone.ts";
