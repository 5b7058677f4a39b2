import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any page has. */
const MOST_STOPS = 600;

/** Somebody who has a keyboard and no mouse: goes where Tab goes, and presses what is there. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Goes on with Tab until this has the focus, and checks that one can see that. */
  async to(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if (await hasFocus(target)) {
        await expect(target).toBeInViewport();
        return;
      }
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`Tab never comes to ${target}`);
  }

  async press(target: Locator, key = "Enter"): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press(key);
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.to(target);
    await this.page.keyboard.insertText(text);
  }

  /** Goes down in a list to choose from until the chosen option says this. */
  async choose(select: Locator, option: RegExp): Promise<void> {
    await this.to(select);
    const chosen = () =>
      select.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.text ?? "");
    const options = await select.locator("option").count();
    await this.page.keyboard.press("Home");
    for (let n = 0; n < options && !option.test(await chosen()); n++) {
      await this.page.keyboard.press("ArrowDown");
    }
    expect(await chosen()).toMatch(option);
  }
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate(
    (element) => element === document.activeElement || element.contains(document.activeElement),
  );
}
