import path from "node:path";

/** Where the migrated, empty database stands that every test file starts from. */
export const TEMPLATE_DATABASE = "herleid_test_template";
export const TEMPLATE_DUMP = path.resolve(".cache", "test-template.tar.gz");
/** The same, as the folder of a program. */
export const TEMPLATE_FOLDER = path.resolve(".cache", "test-template");
