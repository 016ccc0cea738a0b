// Uses the pages as people do. Usage: node check.mjs CHROMIUM FOLDER, where none.html, one.html, small.html and large.html are.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { hostile } from "./hostile.mjs";

const [, , executablePath, folder] = process.argv;
const [none, one, small, large] = ["none", "one", "small", "large"].map((name) => pathToFileURL(join(folder, `${name}.html`)).href);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath, args: flags });

/** Opens a page and lets `use` use it; nothing may be fetched, and nothing may be complained of. */
async function open(url, options, use) {
  const { allows = () => false, ...context } = options;
  const opened = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...context });
  const page = await opened.newPage();
  const requests = [];
  const complaints = [];
  page.on("request", (it) => requests.push(it.url()));
  page.on("console", (it) => complaints.push(it.text()));
  page.on("pageerror", (it) => complaints.push(it.message));
  await page.goto(url);
  if (context.javaScriptEnabled !== false) await page.waitForSelector("html[data-ready]", { state: "attached" });
  await use(page);
  await opened.close();
  const others = requests.filter((it) => it.split("#")[0] !== url.split("#")[0]);
  assert.deepEqual(others, [], "something was fetched");
  assert.deepEqual(complaints.filter((it) => !allows(it)), [], "the console has complaints");
}

const shown = (page) => page.locator(".change:visible").count();
const focused = (page) => page.evaluate(() => document.activeElement.closest(".change")?.id ?? document.activeElement.id);
const hash = (page) => page.evaluate(() => decodeURIComponent(location.hash));
const settled = (page) => page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => done()), 150)));
const box = (page, name, value) => page.locator(`input[name="${name}"][value="${value}"]`);
const numberOf = async (page, name, value) => Number(await page.locator("label", { has: box(page, name, value) }).locator(".number").textContent());
const status = (page) => page.locator("#shown").textContent();

const checks = {
  async "filters"() {
    await open(small, {}, async (page) => {
      const all = await page.locator(".change").count();
      assert.equal(all, 30);
      assert.equal(await status(page), "30 changes");
      for (const [name, value] of [["kind", "removed"], ["source", "breaking"], ["wire", "breaking"], ["behaviour", "stricter"], ["what", "operation"], ["area", "mail"]]) {
        const expected = await numberOf(page, name, value);
        await box(page, name, value).check();
        const values = await page.locator(".change:not([hidden])").evaluateAll((list, name) => list.map((it) => it.dataset[name]), name);
        assert.ok(expected > 0 && expected < all, `${name}: ${expected}`);
        assert.deepEqual(values, Array(expected).fill(value));
        assert.equal(await status(page), `${expected} of 30 changes`);
        assert.equal(await hash(page), `#?${name}=${value}`);
        await page.getByRole("button", { name: "Clear filters" }).click();
        assert.equal(await status(page), "30 changes");
        assert.equal(await hash(page), "");
      }
      // Boxes of one filter add up, filters narrow each other down.
      await box(page, "kind", "removed").check();
      await box(page, "kind", "added").check();
      assert.equal(await status(page), "6 of 30 changes");
      await box(page, "area", "mail").check();
      assert.equal(await status(page), "2 of 30 changes");
      assert.equal(await numberOf(page, "area", "lending"), 2);
      await page.getByLabel("Search").fill("HEIGHT box2");
      await settled(page);
      assert.equal(await status(page), "1 of 30 changes");
      assert.equal(await page.locator("h3:visible").textContent(), "added property microsoft.graph.box2/height");
      // The address leads to the same.
      const address = page.url();
      await page.goto("about:blank");
      await page.goto(address);
      await page.waitForSelector("html[data-ready]", { state: "attached" });
      assert.equal(await status(page), "1 of 30 changes");
      await page.getByLabel("Search").fill("no such thing");
      await settled(page);
      assert.ok(await page.getByText("No change is like that.").isVisible());
    });
  },

  async "no change, and one"() {
    await open(none, {}, async (page) => {
      assert.equal(await page.locator("main").textContent(), "No changes.");
    });
    await open(one, { viewport: { width: 390, height: 800 } }, async (page) => {
      assert.equal(await status(page), "1 change");
      assert.equal(await page.locator("#filters details").count(), 0, "there is nothing to choose");
      await page.keyboard.press("j");
      assert.equal(await hash(page), `#${await focused(page)}`);
    });
  },

  async "keys, without a mouse"() {
    await open(small, {}, async (page) => {
      const ids = await page.locator(".change").evaluateAll((list) => list.map((it) => it.id));
      const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
      await press("j");
      assert.equal(await focused(page), ids[0]);
      await press("j", "j");
      assert.equal(await focused(page), ids[2]);
      assert.equal(await hash(page), `#${ids[2]}`);
      await press("k");
      assert.equal(await focused(page), ids[1]);
      // Filters leave the place where one was.
      const mails = await page.locator('.change[data-area="mail"]').evaluateAll((list) => list.map((it) => it.id));
      const next = mails.find((id) => ids.indexOf(id) > 1);
      await box(page, "area", "mail").press("Space");
      await press("j");
      assert.equal(await focused(page), next);
      await press("x");
      await page.evaluate((id) => { location.hash = id; }, ids[1]);
      await page.waitForFunction((id) => document.activeElement.closest(".change")?.id === id, ids[1]);
      const isOpen = () => page.evaluate((id) => document.getElementById(id).open, ids[1]);
      assert.equal(await isOpen(), true);
      await press("o");
      assert.equal(await isOpen(), false);
      await press("Enter");
      assert.equal(await isOpen(), true);
      await press("/");
      assert.equal(await focused(page), "text");
      await page.keyboard.type("jkx?");
      await settled(page);
      assert.equal(await status(page), "0 of 30 changes");
      await press("Escape", "x");
      assert.equal(await status(page), "30 changes");
      await press("a");
      assert.equal(await page.locator(".change[open]").count(), 0);
      await press("a");
      assert.equal(await page.locator(".change[open]").count(), 30);
      await press("?");
      assert.ok(await page.getByRole("dialog").isVisible());
      await press("j", "Tab", "Escape");
      assert.ok(!(await page.getByRole("dialog").isVisible()));
      // Whoever speaks to the computer can turn single keys off.
      await page.getByRole("button", { name: "Keys" }).press("Enter");
      await page.getByLabel("Use keys without Ctrl or Alt").press("Space");
      await press("Escape", "/");
      assert.notEqual(await focused(page), "text");
      // Everything is reached with the tab key alone.
      await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
      const reached = new Set();
      for (let at = 0; at < 120; at++) {
        await press("Tab");
        reached.add(await page.evaluate(() => {
          const it = document.activeElement;
          return it.id || it.value || it.className || (it.closest(".change") ? "summary" : it.textContent);
        }));
      }
      for (const it of ["skip", "text", "removed", "stricter", "mail", "toggle", "help", "summary"]) assert.ok(reached.has(it), `${it} is not reached: ${[...reached]}`);
    });
  },

  async "links to changes"() {
    let wording;
    await open(small, {}, async (page) => {
      wording = await page.locator('.change[data-kind="wording"]').last().getAttribute("id");
    });
    await open(`${small}#${wording}`, {}, async (page) => {
      const change = page.locator(`[id="${wording}"]`);
      assert.ok(await change.locator("pre").isVisible());
      assert.ok(await change.evaluate((it) => it.getBoundingClientRect().top < innerHeight && it.open));
      assert.equal(await focused(page), wording);
      // A link wins over filters.
      await box(page, "kind", "removed").check();
      assert.ok(!(await change.isVisible()));
      await page.evaluate((id) => { location.hash = id; }, wording);
      await change.waitFor({ state: "visible" });
      assert.equal(await status(page), "30 changes");
    });
  },

  async "without its script"() {
    await open(small, { javaScriptEnabled: false }, async (page) => {
      assert.ok(!(await page.locator("#filters").isVisible()));
      assert.ok(!(await page.locator("#tools").isVisible()));
      assert.equal(await page.locator(".change:visible").count(), 27);
      assert.ok(await page.locator("pre").first().isVisible());
      await page.getByText("Where only words differ").click();
      assert.equal(await page.locator(".change:visible").count(), 30);
    });
  },

  async "text of the docs is text"() {
    await open(small, {}, async (page) => {
      const seen = await page.evaluate(() => ({
        hit: window.hit,
        elements: [...new Set([...document.querySelectorAll("*")].map((it) => it.localName))],
        attributes: [...new Set([...document.querySelectorAll("*")].flatMap((it) => it.getAttributeNames()))],
        scripts: document.scripts.length,
        text: document.body.textContent,
      }));
      assert.equal(seen.hit, undefined);
      assert.equal(seen.scripts, 1);
      assert.deepEqual(seen.elements.filter((it) => ["img", "svg", "iframe", "object", "link", "base"].includes(it)), []);
      assert.deepEqual(seen.attributes.filter((it) => it.startsWith("on") || ["src", "style"].includes(it)), []);
      for (const text of hostile) assert.ok(seen.text.includes(text), text);
    });
  },

  async "the policy holds"() {
    const isOfPolicy = (it) => /Content Security Policy|Trusted ?Type|TrustedScript|TrustedHTML/i.test(it);
    await open(small, { allows: isOfPolicy }, async (page) => {
      const outcome = await page.evaluate(async () => {
        const tries = {
          markup: () => { document.body.innerHTML = "<b>x</b>"; },
          script: () => { const it = document.createElement("script"); it.append("window.hit = 1"); document.body.append(it); },
          handler: () => { const it = document.createElement("a"); it.setAttribute("onclick", "window.hit = 1"); document.body.append(it); it.click(); },
          style: () => { const it = document.createElement("style"); it.append("body { color: red !important }"); document.head.append(it); },
          fetch: () => fetch("https://example.invalid/"),
        };
        const failed = [];
        for (const [name, attempt] of Object.entries(tries)) {
          try { await attempt(); } catch { failed.push(name); }
        }
        return { failed, hit: window.hit, colour: getComputedStyle(document.body).color };
      });
      assert.equal(outcome.hit, undefined);
      assert.notEqual(outcome.colour, "rgb(255, 0, 0)");
      for (const name of ["markup", "fetch"]) assert.ok(outcome.failed.includes(name), `${name} is allowed`);
    });
  },

  async "print and dark"() {
    await open(small, {}, async (page) => {
      const light = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.notEqual(dark, light);
      await page.keyboard.press("a");
      assert.equal(await page.locator(".change[open]").count(), 0);
      await box(page, "kind", "removed").check();
      // A dark screen does not make dark paper.
      await page.emulateMedia({ colorScheme: "dark", media: "print" });
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), light);
      assert.ok(!(await page.locator("#filters").isVisible()));
      assert.equal(await page.locator(".change pre:visible").count(), 6, "each of the three has its docs and its Rust");
      const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
      assert.ok(pages >= 1 && pages <= 4, `${pages} pages`);
      assert.equal(await page.locator(".change[open]").count(), 0, "what was folded is folded again");
    });
  },

  async "narrow screens"() {
    for (const width of [390, 320]) {
      await open(small, { viewport: { width, height: 800 } }, async (page) => {
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${wide} of ${width}`);
        assert.ok(!(await box(page, "kind", "removed").isVisible()), "filters are folded");
        await page.locator("#filters summary").press("Enter");
        assert.ok(await box(page, "kind", "removed").isVisible());
      });
    }
  },

  async "accessibility"() {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [1280, 390]) {
        // The checker itself is script that the page would not run.
        await open(small, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true }, async (page) => {
          await page.evaluate(axe);
          const violations = async (where) => {
            const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
            const told = violations.map((it) => `${it.id}: ${it.help}: ${it.nodes.slice(0, 3).map((node) => node.html).join(" ")}`);
            assert.deepEqual(told, [], `${colorScheme}, ${width}, ${where}`);
          };
          for (const fold of await page.locator("details:not([open]) > summary").all()) if (await fold.isVisible()) await fold.press("Enter");
          await page.keyboard.press("j");
          await violations("all open");
          // Colours are the same at any width.
          if (width < 1000) return;
          await page.keyboard.press("a");
          await violations("all folded");
          await page.keyboard.press("?");
          await violations("keys");
        });
      }
    }
  },

  async "2,000 changes"() {
    const began = performance.now();
    await open(large, {}, async (page) => {
      const ready = performance.now() - began;
      assert.equal(await status(page), "2000 changes");
      assert.equal(await page.locator(".change[open]").count(), 0, "their names are looked through first");
      const timed = (act) => page.evaluate(async (act) => {
        const began = performance.now();
        document.dispatchEvent(new CustomEvent("timed"));
        if (act === "filter") document.querySelector('input[value="removed"]').click();
        if (act === "search") { const it = document.getElementById("text"); it.value = "box199 mail"; it.dispatchEvent(new Event("input")); await new Promise((done) => setTimeout(done, 101)); }
        if (act === "key") document.dispatchEvent(new KeyboardEvent("keydown", { key: "j" }));
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - began;
      }, act);
      const times = { ready };
      for (const act of ["filter", "search", "key"]) times[act] = await timed(act);
      console.log(`  ${Object.entries(times).map(([name, time]) => `${name} ${Math.round(time)} ms`).join(", ")}`);
      assert.ok(ready < 10_000, "it takes too long until the page can be used");
      for (const act of ["filter", "search", "key"]) assert.ok(times[act] < 2_000, `${act} takes too long`);
      assert.equal(await status(page), "0 of 2000 changes");
      await page.keyboard.press("x");
      assert.equal(await status(page), "2000 changes");
    });
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  const began = performance.now();
  try {
    await check();
    console.log(`ok      ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.stack}`);
  }
}
await browser.close();
console.log(`${Object.keys(checks).length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
