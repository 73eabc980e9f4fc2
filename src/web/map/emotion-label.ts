export { emotionLabels, type EmotionLabel } from "../../core/map/sheet/emotion-label.ts";
