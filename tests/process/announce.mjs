/**
 * Loaded before a program (`--import`): writes one sign to file descriptor 3 for each message that goes
 * to the database, so that a test can tell how far the program is, on whatever machine.
 */
import fs from "node:fs";
import net from "node:net";
import { PGlite } from "@electric-sql/pglite";

const announce = () => fs.writeSync(3, ".");

const embedded = PGlite.prototype.execProtocolRawSync;
PGlite.prototype.execProtocolRawSync = function (message) {
  announce();
  return embedded.call(this, message);
};

const server = net.Socket.prototype.write;
net.Socket.prototype.write = function (...args) {
  announce();
  return server.apply(this, args);
};
