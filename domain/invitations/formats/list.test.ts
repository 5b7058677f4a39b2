import { expect, test } from "vitest";
import { listOfFile, readList } from ".";

const GROUPS = [
  { id: "a", name: "Ouders" },
  { id: "b", name: "Chauffeurs" },
];
const read = (text: string, groupId: string | null = null) => readList(text, GROUPS, groupId);

test("a list is read however it was made: columns in any order, semicolons, commas or tabs, a mark before it", () => {
  const wanted = [
    { email: "ada@proef.example", name: "Ada Bos", groupId: "a", address: "" },
    { email: "", name: "Bo de Wit", groupId: null, address: "Plein 1, 0000 AA Stad" },
  ];
  const said = (text: string) => {
    const { people, faults } = read(text);
    expect(faults).toEqual([]);
    return people.map(({ line: _line, ...person }) => person);
  };
  const plain = 'ADA@proef.example;Ada Bos;ouders;\n\n;Bo de Wit;;"Plein 1, 0000 AA Stad"';
  expect(said(plain)).toEqual(wanted);
  expect(said(`\ufeff${plain}`)).toEqual(wanted);
  expect(said(plain.replaceAll("\n", "\r\n"))).toEqual(wanted);
  expect(
    said(
      `sep=;\nNaam;E-mail;Groep;Adres\nAda Bos;ada@proef.example;Ouders;\nBo de Wit;;;"Plein 1, 0000 AA Stad"`,
    ),
  ).toEqual(wanted);
  expect(
    said('Ada Bos <ada@proef.example>\t\tOuders\n\tBo de Wit\t\t"Plein 1, 0000 AA Stad"'),
  ).toEqual(wanted);
  expect(said('ada@proef.example,Ada Bos,Ouders\n,Bo de Wit,,"Plein 1, 0000 AA Stad"')).toEqual(
    wanted,
  );
});

test("a file is read in the character set that a spreadsheet program gave it", () => {
  const bytes = new Uint8Array(Buffer.from("zoe@proef.example;Zo\xeb", "latin1"));
  expect(read(listOfFile("lijst.csv", bytes)).people).toMatchObject([{ name: "Zoë" }]);
});

test("all that is wrong is said, by the line as an editor counts it", () => {
  const { faults } = read(
    [
      "ada@proef.example;Ada Bos;Ouders",
      "geen adres;Bo",
      "",
      ";;Ouders",
      "cas@proef.example;Cas;Onbekend",
      "ADA@PROEF.EXAMPLE;Ada",
      "dik@proef.example;eva@proef.example",
      `fee@proef.example;${"x".repeat(201)}`,
    ].join("\n"),
  );
  expect(faults.map(({ line, fault }) => [line, fault])).toEqual([
    [2, "email"],
    [4, "nobody"],
    [5, "group"],
    [6, "twice"],
    [7, "order"],
    [8, "tooLong"],
  ]);
  expect(read('ada@proef.example;"Ada').faults).toMatchObject([{ fault: "quote" }]);
});

test("whom no line gives a group gets the usual one", () => {
  expect(read("ada@proef.example\nbo@proef.example;Bo;Ouders", "b").people).toMatchObject([
    { groupId: "b" },
    { groupId: "a" },
  ]);
});
