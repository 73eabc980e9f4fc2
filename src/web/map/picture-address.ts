import { createContext, useContext } from "react";

type Address = (hash: string) => string;

/** Where the pictures of the map around are, by their hash; null where they cannot be had. */
export const PictureAddress = createContext<Address | null>(null);

export function usePictureAddress(): Address | null {
  return useContext(PictureAddress);
}
