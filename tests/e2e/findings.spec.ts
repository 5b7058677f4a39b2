import { expect, test } from "./test";

test("a finding is let stand with a reason, and shown again", async ({ as, world }) => {
  const page = await as("author");
  const { slug, spare } = world.target;
  await page.goto(`/dossiers/${slug}/pve/${spare.checked}`);
  const found = page.getByRole("listitem").filter({ hasText: "‘zo snel mogelijk’" });
  await expect(found.getByText("Fout", { exact: true })).toBeVisible();
  await found.getByText("Waarom?").click();
  await expect(found.getByText("Bron van de regel")).toBeVisible();
  await found.getByText("Negeer met reden").click();
  await found.getByRole("button", { name: "Negeer" }).click();
  // Without a reason it stays.
  await expect(found.getByRole("textbox")).toHaveAttribute("aria-invalid", "true");
  await found.getByRole("textbox").fill("Zo heet het in de wet.");
  await found.getByRole("button", { name: "Negeer" }).click();
  await expect(page.getByText("De bevinding staat nu bij Genegeerd")).toBeVisible();
  await expect(found.filter({ visible: true })).toHaveCount(0);
  await page.goto(`/dossiers/${slug}/pve/bevindingen?toon=genegeerd`);
  await expect(page.getByText("Zo heet het in de wet.")).toBeVisible();
  await page
    .getByRole("listitem")
    .filter({ hasText: "Zo heet het in de wet." })
    .last()
    .getByRole("button", { name: "Toon weer" })
    .click();
  await expect(page.getByText("Zo heet het in de wet.")).toBeHidden();
  await page.goto(`/dossiers/${slug}/pve/bevindingen?ernst=fout`);
  await expect(
    page.getByRole("listitem").filter({ hasText: "‘zo snel mogelijk’" }).first(),
  ).toBeVisible();
});
