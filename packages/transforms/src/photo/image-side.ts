/** How many rows and columns an image of a photo has. */
export const IMAGE_SIDE = 28;
