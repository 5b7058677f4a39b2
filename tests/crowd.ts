const GIVEN =
  "Anna Bram Carla Daan Eva Frank Greta Hans Inge Jan Karin Luuk Maria Noor Peter Sanne Tom Vera Wim Yvonne";
const FAMILY = [
  "Haver Berken Rozen Elzen Vlas Steen Linden Wilgen Donker Groene".split(" "),
  "kamp velde stra man huis broek horst laar".split(" "),
];

/** Minutes in which this many people each say something, in blocks of their own. */
export function crowd(size: number): { text: string; names: string[] } {
  const given = GIVEN.split(" ");
  const [starts = [], ends = []] = FAMILY;
  const names = Array.from({ length: size }, (_, i) => {
    const family = `${starts[i % starts.length]}${ends[Math.floor(i / starts.length) % ends.length]}`;
    const turn = Math.floor(i / (starts.length * ends.length));
    return `${given[(i + 7 * turn) % given.length]} ${family}`;
  });
  const text = names.map((name) => `${name}: de bus moet op tijd komen.`).join("\n\n");
  return { text: `# Verslag\n\n${text}\n`, names };
}
