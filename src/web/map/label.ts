export { overlap } from "../../core/map/sheet/label.ts";
