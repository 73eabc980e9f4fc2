import { plain, type Measure, type Type } from "./measure.ts";
import type { Shape } from "./shape.ts";

/** Draws shapes one after the other. */
export class Pen {
  readonly shapes: Shape[] = [];
  readonly measure: Measure;

  constructor(measure: Measure) {
    this.measure = measure;
  }

  add(shape: Shape): void {
    this.shapes.push(shape);
  }

  /** Writes one line; the answer is its width. */
  write(
    text: string,
    type: Type,
    at: { x: number; y: number; fill: string; anchor?: "start" | "middle" | "end" },
  ): number {
    const shown = plain(text);
    const width = this.measure(shown, type);
    if (shown !== "")
      this.add({
        is: "text",
        text: shown,
        anchor: "start",
        ...at,
        width,
        font: type.font,
        size: type.size,
        weight: type.weight ?? 400,
        italic: type.italic ?? false,
      });
    return width;
  }

  line(
    from: readonly [number, number],
    to: readonly [number, number],
    look: { stroke: string; thick: number; dash?: readonly [number, number] },
  ): void {
    this.add({ is: "line", x1: from[0], y1: from[1], x2: to[0], y2: to[1], ...look });
  }
}
