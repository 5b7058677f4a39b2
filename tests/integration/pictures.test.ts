import { eq, sql } from "drizzle-orm";
import sharp from "sharp";
import { expect, test } from "vitest";
import { database, rowsOf } from "@/db/client";
import { audit } from "@/db/schema";
import { administer } from "@/domain/accounts/gate";
import { verifyAudit } from "@/domain/audit/queries";
import { NotFound } from "@/domain/kernel/errors";
import type { ReaderScope } from "@/domain/kernel/scope";
import { copyOnline } from "@/domain/participation/commands";
import { openConsultation } from "@/domain/participation/gate";
import {
  consultationOverview,
  consultationPage,
  consultationPicture,
  consultationPreview,
} from "@/domain/participation/queries";
import {
  explainStatement,
  removePicture,
  setPicture,
  showOutside,
} from "@/domain/statements/commands";
import { MAX_PICTURE_BYTES } from "@/domain/statements/model";
import { explanationPicture, getStatement, outsideView } from "@/domain/statements/queries";
import { freshDatabase } from "../database";
import { onlineIn } from "../factories/participation";
import { dossierOf, SYSTEM } from "../factories/people";
import { photo, picture, pictureIn } from "../factories/pictures";
import { consultationIn, statementIn } from "../factories/reactions";

freshDatabase();

const whole = async () => (await verifyAudit(administer(SYSTEM))).faults;

const explain = async (
  scope: ReaderScope,
  { statementId, consultationId }: { statementId: string; consultationId: string },
  explanation: string,
) => {
  const { lockVersion } = await getStatement(scope, statementId);
  await explainStatement(scope, { statementId, consultationId, explanation, lockVersion });
};

/** An online consultation that is open, of which the first stelling is explained. */
async function explained(scope: ReaderScope) {
  const online = await onlineIn(scope);
  const at = { statementId: online.statements[0] ?? "", consultationId: online.consultationId };
  await explain(scope, at, "Zo gaat het nu.");
  await show(scope, at.consultationId, "explanation");
  return { online, at };
}

/** As somebody chooses it in that consultation. */
async function show(
  scope: ReaderScope,
  consultationId: string,
  shown: "statement" | "explanation",
) {
  const { seen } = await outsideView(scope, consultationId);
  await showOutside(scope, { consultationId, shown, seen });
}

const shownTo = async (code: string) =>
  (await consultationPage(await openConsultation(code))).statements[0]?.picture ?? null;

async function fileOf(code: string, id: string): Promise<Uint8Array> {
  return consultationPicture(await openConsultation(code), id);
}

test("a photo is kept upright and small, without where and by whom it was made", async () => {
  const scope = await dossierOf();
  const { online, at } = await explained(scope);
  const sent = await photo();
  expect(Buffer.from(sent).includes("Kwartelnest")).toBe(true);
  const alternative = "Een bus bij een school.";
  const { id } = await setPicture(scope, { ...at, alternative, bytes: sent });
  expect(await shownTo(online.code)).toEqual({ id, alternative, width: 960, height: 1_280 });
  const kept = await fileOf(online.code, id);
  const { format, width, height, exif, icc, xmp, iptc } = await sharp(kept).metadata();
  expect({ format, width, height }).toEqual({ format: "webp", width: 960, height: 1_280 });
  expect([exif, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
  expect(Buffer.from(kept).includes("Kwartelnest")).toBe(false);
  expect(await explanationPicture(scope, at.consultationId, id)).toEqual(kept);
  expect(await whole()).toEqual([]);
});

test("each kind that is offered can be sent, and what it shows can be told in other words", async () => {
  const scope = await dossierOf();
  const { online, at } = await explained(scope);
  const ids: string[] = [];
  for (const format of ["png", "jpeg", "webp"] as const) {
    const bytes = await picture(format);
    ids.push((await setPicture(scope, { ...at, alternative: format, bytes })).id);
  }
  // Another picture has another address, so that nobody keeps looking at the one before.
  expect(new Set(ids).size).toBe(3);
  for (const gone of ids.slice(0, 2))
    await expect(fileOf(online.code, gone)).rejects.toThrow(NotFound);
  const { id } = await setPicture(scope, { ...at, alternative: "Een groen vlak." });
  expect(await shownTo(online.code)).toMatchObject({ id: ids[2], alternative: "Een groen vlak." });
  expect(id).toBe(ids[2]);
  expect(await whole()).toEqual([]);
});

test("sent twice by one press it is one picture, with one row in the log", async () => {
  const scope = await dossierOf();
  const { at } = await explained(scope);
  const asked = { ...at, alternative: "Een vlak.", bytes: await picture() };
  const first = await setPicture(scope, asked, { key: "een" });
  expect(await setPicture(scope, asked, { key: "een" })).toEqual(first);
  const rows = await (await database())
    .select()
    .from(audit)
    .where(eq(audit.action, "statement.picture"));
  expect(rows.filter(({ entityId }) => entityId === at.statementId)).toHaveLength(1);
});

test("what is no picture, or is one that does harm, is refused and not kept", async () => {
  const scope = await dossierOf();
  const { online, at } = await explained(scope);
  const text = (words: string) => new TextEncoder().encode(words);
  const png = await picture();
  // A few bytes that unpack to a picture of 900 million pixels.
  const bomb = png.slice();
  new DataView(bomb.buffer).setUint32(16, 30_000);
  new DataView(bomb.buffer).setUint32(20, 30_000);
  const large = new Uint8Array(MAX_PICTURE_BYTES + 1);
  large.set(png);
  const wrong: [Uint8Array, string][] = [
    [text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), "noPicture"],
    [text("GIF89a"), "noPicture"],
    [text("<html></html>"), "noPicture"],
    [new Uint8Array(), "noPicture"],
    [png.slice(0, 40), "pictureDamaged"],
    [bomb, "pictureDamaged"],
    [large, "pictureTooLarge"],
  ];
  for (const [bytes, why] of wrong) {
    const error = await setPicture(scope, { ...at, alternative: "Iets.", bytes }).catch((e) => e);
    expect(JSON.stringify([error.key, error.fields])).toContain(`statements.errors.${why}`);
  }
  const without = setPicture(scope, { ...at, alternative: " ", bytes: png });
  await expect(without).rejects.toMatchObject({ fields: { alternative: "errors.field.required" } });
  const nothing = setPicture(scope, { ...at, alternative: "Niets." });
  await expect(nothing).rejects.toMatchObject({
    fields: { file: "statements.errors.choosePicture" },
  });
  expect(await shownTo(online.code)).toBeNull();
});

test("it goes with an explanation, in a consultation that is held online", async () => {
  const scope = await dossierOf();
  const online = await onlineIn(scope);
  const [, statementId = ""] = online.statements;
  const { consultationId } = online;
  await expect(pictureIn(scope, { statementId, consultationId })).rejects.toThrow("unexplained");
  const meeting = await consultationIn(scope);
  const put = await statementIn(scope, { consultationId: meeting, explanation: "Zo is het." });
  await expect(pictureIn(scope, { statementId: put, consultationId: meeting })).rejects.toThrow(
    "notOnline",
  );
  const elsewhere = { statementId: put, consultationId };
  await expect(pictureIn(scope, elsewhere)).rejects.toThrow(NotFound);
  const stranger = await dossierOf();
  await expect(pictureIn(stranger, { statementId, consultationId })).rejects.toThrow(NotFound);
});

test("it is served to who may see that consultation, as long as its explanation is shown there", async () => {
  const scope = await dossierOf();
  const { online, at } = await explained(scope);
  const id = await pictureIn(scope, at);
  expect((await fileOf(online.code, id)).length).toBeGreaterThan(0);
  const other = await onlineIn(scope);
  await expect(fileOf(other.code, id)).rejects.toThrow(NotFound);
  await expect(explanationPicture(scope, other.consultationId, id)).rejects.toThrow(NotFound);
  const stranger = await dossierOf();
  await expect(explanationPicture(stranger, at.consultationId, id)).rejects.toThrow(NotFound);
  for (const wrong of ["", "x", "%00", at.statementId]) {
    await expect(fileOf(online.code, wrong)).rejects.toThrow(NotFound);
  }
  // Who only reads the stelling does not see what goes with its explanation.
  await show(scope, at.consultationId, "statement");
  expect(await shownTo(online.code)).toBeNull();
  await expect(fileOf(online.code, id)).rejects.toThrow(NotFound);
  // Who prepares it does.
  expect((await consultationPreview(scope, at.consultationId)).statements[0]?.picture).toBeNull();
  expect((await explanationPicture(scope, at.consultationId, id)).length).toBeGreaterThan(0);
});

test("it goes along when a consultation is copied, and goes with its explanation", async () => {
  const scope = await dossierOf();
  const { online, at } = await explained(scope);
  const id = await pictureIn(scope, at);
  const copy = await copyOnline(scope, { consultationId: at.consultationId, title: "Nog eens" });
  const there = (await consultationOverview(scope, copy.id))?.statements[0]?.picture;
  expect(there).toMatchObject({ alternative: "Een groen vlak.", width: 40, height: 20 });
  expect(there?.id).not.toBe(id);
  await explain(scope, at, "");
  expect(await shownTo(online.code)).toBeNull();
  await expect(explanationPicture(scope, at.consultationId, id)).rejects.toThrow(NotFound);
  // That of the copy stays.
  expect((await explanationPicture(scope, copy.id, there?.id ?? "")).length).toBeGreaterThan(0);
  const [left] = await rowsOf<{ n: number }>(
    await database(),
    sql`select count(*)::int as n from explanation_picture p
      join statement_occurrence o on o.id = p.occurrence_id where o.consultation_id = ${at.consultationId}`,
  );
  expect(left).toEqual({ n: 0 });
  expect(await whole()).toEqual([]);
});

test("taken away it is nowhere any more, and the log says of what", async () => {
  const scope = await dossierOf();
  const { online, at } = await explained(scope);
  const id = await pictureIn(scope, at);
  await removePicture(scope, at);
  expect(await shownTo(online.code)).toBeNull();
  await expect(fileOf(online.code, id)).rejects.toThrow(NotFound);
  await expect(removePicture(scope, at)).rejects.toThrow(NotFound);
  expect(await whole()).toEqual([]);
});

test("who is named in what it shows is kept back while others can read it", async () => {
  const scope = await dossierOf();
  const { at } = await explained(scope);
  const named = pictureIn(scope, at, "Mevrouw Haverkort bij haar bus.");
  await expect(named).rejects.toThrow("heldBack");
});
