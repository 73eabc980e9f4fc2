export type Font = "sans" | "serif";

/** Absolute steps of a path: move, line, cubic (two handles, then the end), close. */
export type Step =
  | readonly ["M", number, number]
  | readonly ["L", number, number]
  | readonly ["C", number, number, number, number, number, number]
  | readonly ["Z"];

/** What a sheet is made of; coordinates in points from the upper left corner. */
export type Shape =
  | {
      readonly is: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
    }
  | {
      readonly is: "line";
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly stroke: string;
      readonly thick: number;
      readonly dash?: readonly [number, number];
    }
  | {
      readonly is: "path";
      readonly steps: readonly Step[];
      readonly fill?: string;
      readonly stroke?: string;
      readonly thick?: number;
      readonly dash?: readonly [number, number];
    }
  | {
      readonly is: "circle";
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill: string;
      readonly stroke: string;
      readonly thick: number;
    }
  | {
      readonly is: "text";
      readonly text: string;
      readonly x: number;
      /** The line on which the letters stand. */
      readonly y: number;
      /** As measured, for formats that want a box. */
      readonly width: number;
      readonly anchor: "start" | "middle" | "end";
      readonly font: Font;
      readonly size: number;
      readonly weight: 400 | 600;
      readonly italic: boolean;
      readonly fill: string;
    }
  | {
      readonly is: "picture";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly hash: string;
      readonly alt: string;
    };

/** One page of a drawn map. */
export type Sheet = {
  readonly title: string;
  readonly language: "nl" | "en";
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
};

/** The colours on paper; each has one meaning. */
export const paint = {
  paper: "#fbfaf6",
  ink: "#1f2224",
  soft: "#3c4043",
  muted: "#686c72",
  faint: "#a2a5a8",
  hairline: "#e6e2d9",
  measured: "#14646b",
  measuredWash: "#c8d9d7",
  band: "#dfe8e5",
  research: "#b7791f",
  researchInk: "#8a5a12",
  assumed: "#a2a5a8",
  assumedWash: "#d5d6d4",
  pain: "#c2412d",
  painInk: "#b83a27",
  leavers: "#d0705e",
} as const;

/** Reads a path of absolute M, L, H, V, C and Z, and moves it. */
export function steps(path: string, dx: number, dy: number): Step[] {
  let [x, y] = [0, 0];
  return Array.from(path.matchAll(/([MLHVCZ])([^MLHVCZ]*)/g), ([, command, rest = ""]): Step => {
    const given = Array.from(rest.matchAll(/-?[\d.]+(?:e-?\d+)?/g), Number);
    const at = (index: number) => given[index] ?? 0;
    if (command === "Z") return ["Z"];
    if (command === "C") {
      [x, y] = [at(4), at(5)];
      return ["C", at(0) + dx, at(1) + dy, at(2) + dx, at(3) + dy, x + dx, y + dy];
    }
    if (command === "H") x = at(0);
    else if (command === "V") y = at(0);
    else [x, y] = [at(0), at(1)];
    return [command === "M" ? "M" : "L", x + dx, y + dy];
  });
}

/** The same shape, moved and then made larger or smaller. */
export function placed(shape: Shape, scale: number, dx: number, dy: number): Shape {
  const px = (value: number) => value * scale + dx;
  const py = (value: number) => value * scale + dy;
  switch (shape.is) {
    case "rect":
    case "picture":
      return {
        ...shape,
        x: px(shape.x),
        y: py(shape.y),
        width: shape.width * scale,
        height: shape.height * scale,
      };
    case "line":
      return {
        ...shape,
        x1: px(shape.x1),
        y1: py(shape.y1),
        x2: px(shape.x2),
        y2: py(shape.y2),
        thick: shape.thick * scale,
      };
    case "circle":
      return {
        ...shape,
        x: px(shape.x),
        y: py(shape.y),
        radius: shape.radius * scale,
        thick: shape.thick * scale,
      };
    case "text":
      return {
        ...shape,
        x: px(shape.x),
        y: py(shape.y),
        width: shape.width * scale,
        size: shape.size * scale,
      };
    case "path":
      return {
        ...shape,
        ...(shape.thick !== undefined && { thick: shape.thick * scale }),
        steps: shape.steps.map(
          ([command, ...numbers]) =>
            [
              command,
              ...numbers.map((value, at) => (at % 2 === 0 ? px(value) : py(value))),
            ] as unknown as Step,
        ),
      };
  }
}
