export { shownScore } from "../../core/map/sheet/shown-score.ts";
