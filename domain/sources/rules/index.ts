export { plainText, toBlocks } from "@/domain/sources/rules/blocks";
export { decodeUpload, normalise } from "@/domain/sources/rules/decode";
