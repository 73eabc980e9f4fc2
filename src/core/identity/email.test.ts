import fc from "fast-check";
import { expect, test } from "vitest";
import { standardEmail } from "./email.ts";

test("an address is the same however it is written", () => {
  expect(standardEmail(" Jan.Jansen@Mail.NL ")).toBe("jan.jansen@mail.nl");
  expect(standardEmail("mailto:jan.jansen@mail.nl")).toBe("jan.jansen@mail.nl");
  expect(standardEmail("Jan Jansen <jan.jansen@mail.nl>")).toBe("jan.jansen@mail.nl");
});

test("a tag behind a plus is left out, or kept where a source wants that", () => {
  expect(standardEmail("jan+nieuws@mail.nl")).toBe("jan@mail.nl");
  expect(standardEmail("jan+nieuws@mail.nl", "keep")).toBe("jan+nieuws@mail.nl");
  expect(standardEmail("+jan@mail.nl")).toBe("+jan@mail.nl");
});

test("dots mean nothing to Gmail, and something elsewhere", () => {
  expect(standardEmail("j.an@googlemail.com")).toBe("jan@gmail.com");
  expect(standardEmail("j.an@mail.nl")).toBe("j.an@mail.nl");
});

test("what is no address is empty", () => {
  for (const written of ["", "jan", "jan@", "@mail.nl", "jan@mail", "geen e-mail", "...@gmail.com"])
    expect([written, standardEmail(written)]).toEqual([written, ""]);
});

test("a standard address stays as it is", () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const once = standardEmail(address);
      expect(standardEmail(once)).toBe(once);
    }),
  );
});
