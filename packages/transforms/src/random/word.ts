/** How many values a random word of 32 bits has. */
export const WORD: number = 2 ** 32;
