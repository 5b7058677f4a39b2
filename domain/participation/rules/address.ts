/** 16 signs of 5 bits: 80 bits, which nobody finds by trying, and short enough to type over. */
export const OWN_ADDRESS_SIGNS = 16;
