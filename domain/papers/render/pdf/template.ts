/**
 * How a paper looks in print, in Typst 0.14: A4, after the looks of the public pages. It is fixed: what people wrote comes in as one
 * JSON value and is placed as strings, so that nothing of it is ever read as Typst. Shapes are drawn and marked as decoration; the
 * word stands beside each.
 */
export const TEMPLATE = `
#let paper = json(bytes(sys.inputs.paper))
#let serif = ("Source Serif 4", "Noto Sans", "DejaVu Sans", "Noto Emoji")
#let sans = ("Noto Sans", "DejaVu Sans", "Noto Emoji")
#let thick = 1pt + black
#let thin = .4pt + luma(140)
#let column = 16.4mm
#let small(body, ..more) = text(font: sans, size: 8pt, ..more, body)

#let ymd = paper.date.split("-").map(int)
#set document(
  title: paper.title,
  author: paper.sender,
  date: datetime(year: ymd.at(0), month: ymd.at(1), day: ymd.at(2)),
)
#set text(lang: "nl", region: "NL", font: serif, size: 10.6pt, fallback: false, hyphenate: false)
#set par(leading: .65em, spacing: .9em, justify: false)

// Shapes stand for a step or an outcome; ink only.
#let drawn(body) = box(baseline: 12%, height: .72em, width: .78em, pdf.artifact(body))
#let shape(name) = {
  let s = .72em
  let pen = .09em + black
  if name == "statement" { drawn(square(size: s * .9, fill: black)) }
  else if name == "reaction" or name == "adopted" { drawn(circle(radius: s / 2, fill: black)) }
  else if name == "coreValue" { drawn(polygon(fill: black, (s / 2, 0pt), (s, s / 2), (s / 2, s), (0pt, s / 2))) }
  else if name == "requirement" {
    drawn(polygon(fill: black, (s * .5, 0pt), (s * .93, s * .25), (s * .93, s * .75), (s * .5, s), (s * .07, s * .75), (s * .07, s * .25)))
  }
  else if name == "partly" {
    drawn({
      place(circle(radius: s / 2, stroke: pen))
      place(box(width: s / 2, height: s, clip: true, circle(radius: s / 2, fill: black)))
    })
  }
  else if name == "rejected" { drawn(circle(radius: s / 2, stroke: pen)) }
  else if name == "outOfScope" { drawn(circle(radius: s / 2, stroke: (paint: black, thickness: .09em, dash: (.13em, .1em)))) }
  else if name == "elsewhere" {
    drawn({
      place(line(start: (0pt, s / 2), end: (s, s / 2), stroke: pen))
      place(line(start: (s * .6, s * .15), end: (s, s / 2), stroke: pen))
      place(line(start: (s * .6, s * .85), end: (s, s / 2), stroke: pen))
    })
  }
  else if name == "noted" {
    drawn(polygon(stroke: pen, (0pt, s * .08), (s, s * .08), (s, s * .75), (s * .45, s * .75), (s * .2, s), (s * .2, s * .75), (0pt, s * .75)))
  }
}

// Words of a line: strings only.
#let inline(part, links: true) = {
  if "shape" in part { return shape(part.shape) + sym.wj }
  let it = text(part.text)
  for look in part.at("looks", default: ()) {
    if look == "strong" { it = text(weight: 600, it) }
    else if look == "em" { it = emph(it) }
    else if look == "strike" { it = strike(it) }
    else if look == "label" { it = text(font: sans, size: .8em, it) }
    else if look == "removed" {
      it = box(stroke: (paint: black, thickness: .5pt, dash: "dashed"), radius: 1.5pt, inset: (x: 2pt), outset: (y: 2pt), text(font: sans, size: .82em, it))
    }
  }
  if links and "to" in part and not part.at("far", default: false) { link(label(part.to), it) } else { it }
}
#let words(parts, links: true) = parts.map(part => inline(part, links: links)).join()
#let lines(all) = all.map(parts => par(words(parts))).join()

// The text of a requirement: paragraphs, lists and what stands out in them.
#let marked(node) = {
  if node.type == "hardBreak" { return linebreak() }
  let it = text(node.text)
  for mark in node.at("marks", default: ()) {
    if mark.type == "bold" { it = text(weight: 600, it) }
    else if mark.type == "italic" { it = emph(it) }
    else if mark.type == "subscript" { it = sub(it) }
    else if mark.type == "superscript" { it = super(it) }
    else if mark.type == "link" { it = link(mark.attrs.href, underline(it)) }
  }
  it
}
#let numbers = (a: "a.", A: "A.", i: "i.", I: "I.")
#let rich(nodes) = nodes.map(node => {
  if node.type == "paragraph" { par(node.at("content", default: ()).map(marked).join()) }
  else {
    let items = node.content.map(item => rich(item.content))
    if node.type == "bulletList" { list(..items) }
    else {
      let attrs = node.at("attrs", default: (:))
      enum(start: attrs.at("start", default: 1), numbering: numbers.at(attrs.at("type", default: "1"), default: "1."), ..items)
    }
  }
}).join()

// Pages: where one is above, which edition below.
#let foot(body) = {
  set text(font: sans, size: 7.6pt)
  line(length: 100%, stroke: thick)
  v(-.5em)
  body
}
#set page(
  paper: "a4",
  margin: (left: 25mm, right: 20mm, top: 26mm, bottom: 24mm),
  header-ascent: 6mm,
  footer-descent: 7mm,
  header: context {
    if here().page() > 1 {
      set text(font: sans, size: 7.6pt)
      let found = query(<part>).filter(it => it.location().page() <= here().page())
      text(paper.running)
      h(1fr)
      if found.len() > 0 { text(found.last().value) }
      v(-.4em)
      line(length: 100%, stroke: thick)
    }
  },
  footer: context foot({
    text(paper.footer.edition)
    h(1fr)
    text(paper.footer.mark)
    h(1fr)
    text(paper.footer.page.replace("{page}", str(here().page())).replace("{pages}", str(counter(page).final().first())))
  }),
)

#set heading(outlined: true)
#show heading.where(level: 1): set text(size: 21pt, weight: 500)
#show heading.where(level: 2): set text(size: 12pt, weight: 600)
#show heading: set par(leading: .45em)
#show heading.where(level: 1): set block(above: 0pt, below: 1.1em, sticky: true)
#show heading.where(level: 2): set block(above: 1.4em, below: .7em, sticky: true)

#let title(it) = {
  if it.newPage { pagebreak(weak: true) } else if it.level == 1 { v(2.2em, weak: true) }
  if it.over != "" { block(below: .6em, sticky: true, small(text(it.over), size: 8.6pt)) }
  if it.level == 1 [#metadata(it.running) <part>]
  let numbered = it.number != ""
  set par(hanging-indent: if numbered { column } else { 0pt })
  let number = if it.level == 2 { text(font: sans, size: .85em, it.number) } else { text(it.number) }
  [#heading(level: it.level, {
    if numbered { box(width: column, number + [ ]) }
    words(it.text, links: false)
  })#label(it.id)]
}

// Terms beside what is said of each; a thin line above.
#let told(all) = words(all.first()) + lines(all.slice(1))
#let facts(all, width, total, gap, first: true) = {
  set terms(separator: [], hanging-indent: width, spacing: gap, tight: false)
  set par(spacing: .55em)
  set strong(delta: 0)
  let rule = box(place(dy: -1em - gap / 2, pdf.artifact(line(length: total, stroke: thin))))
  terms(..all.enumerate().map(((i, fact)) => terms.item(
    if first or i > 0 { rule } + box(width: width, small(text(fact.term))),
    if fact.at("code", default: false) { text(font: sans, size: 9pt, told(fact.lines)) } else { told(fact.lines) },
  )))
}

#let requirement(it) = {
  let shown = {
    block(width: 100%, inset: (right: 34mm), above: 0pt, below: .8em, sticky: true, title(it.heading))
    place(top + right, dy: -.9mm, box(stroke: .7pt, radius: 2pt, inset: (x: 5pt, y: 3.4pt), small(text(it.label), weight: 500)))
    block(inset: (left: column), above: 0pt, below: 0pt, {
      for note in it.notes { block(below: .7em, small(text(note), size: 8.6pt, weight: 600)) }
      block(above: 0pt, below: 1.5em, {
        set text(size: 11.7pt)
        if it.body == none { lines(it.lines) } else { rich(it.body.content) }
      })
      facts(it.facts, 26mm, 165mm - column, 1.1em)
    })
  }
  let framed(breakable) = block(width: 100%, above: 1.6em, below: 1.9em, inset: (top: 3mm), stroke: (top: thick), breakable: breakable, shown)
  // One that fits on a page stays on one. Measuring costs as much as setting, so it is asked where it is not sure.
  if it.short { framed(false) } else { layout(size => framed(measure(width: size.width, framed(false)).height > 240mm)) }
}

#let tally(it) = block(width: 100%, above: 1em, below: 1.4em, inset: (y: 3mm), stroke: (y: thick), {
  set text(font: sans, size: 8.6pt)
  par(text(weight: 600, it.lead))
  par(it.items.map(one => box({
    if one.shape != none { shape(one.shape) + h(.35em) }
    text(weight: 600, str(one.count)) + [ ] + text(one.word)
  })).join(h(1.6em)))
})

#let card(it) = block(width: 100%, above: 2em, below: 1.2em, sticky: true, stroke: thick, inset: 3.4mm, {
  place(top + right, small(text(it.right)))
  block(inset: (right: 34mm), above: 0pt, below: .7em, title(it.heading))
  for parts in it.lines { block(above: .5em, below: .5em, small(words(parts))) }
})

#let cell(it) = {
  let all = it.lines
  if it.look == "quote" { text(size: 10.2pt, lines(all)) }
  else if it.look == "number" { align(right, small(lines(all), size: 8.6pt)) }
  else if it.look == "code" {
    set par(spacing: .45em)
    for (i, parts) in all.enumerate() { par(if i == 0 { small(words(parts), size: 8.6pt, weight: 600) } else { text(size: 9.4pt, words(parts)) }) }
  }
  else { set par(spacing: .45em); small(lines(all)) }
}
#let grid-of(it) = {
  let wide = it.columns.len()
  let row(one) = {
    let first = true
    one.cells.enumerate().map(((i, own)) => table.cell(breakable: one.splits, {
      if i == 0 and one.id != none [#metadata(none)#label(one.id)]
      cell(own)
    }))
  }
  let sections = it.sections.map(section => {
    let head = if section.title == none { () } else {
      (table.header(level: 2, repeat: true, table.cell(colspan: wide, inset: (top: 3.2mm, bottom: 1.2mm, x: 0pt), stroke: none, text(size: 10.2pt, words(section.title)))),)
    }
    head + section.rows.map(row).flatten()
  }).flatten()
  table(
    columns: it.columns.map(one => one.width * 1mm),
    inset: (left: 0pt, right: 3mm, top: 2.1mm, bottom: 2.1mm),
    stroke: (x, y) => (bottom: thin),
    table.header(..it.columns.map(one => table.cell(stroke: (bottom: thick), align: bottom, small(text(one.title), weight: 600)))),
    ..sections,
  )
}

#let plain(it) = {
  if it.look == "warning" { block(width: 100%, stroke: thick, inset: 3.4mm, above: 1em, below: 1.4em, text(weight: 600, lines(it.lines))) }
  else if it.look == "lead" { block(below: 1.6em, inset: (right: 14mm), text(fill: luma(50), lines(it.lines))) }
  else if it.look == "note" { block(width: 100%, above: 1em, below: 1.4em, inset: (left: 4mm), stroke: (left: thick), lines(it.lines)) }
  else { lines(it.lines) }
}

// The title page.
#let cover = paper.cover
#text(font: sans, size: 12pt, weight: 600, paper.sender)
#v(30mm)
#if paper.concept != none { block(below: 1.2em, box(stroke: 1.2pt, inset: (x: 7pt, y: 5pt), text(font: sans, size: 11pt, weight: 700, upper(paper.concept)))) }
#block(below: 1em, text(size: 15.5pt, style: "italic", cover.kind))
#block(below: 1.3em, width: 130mm, par(leading: .5em, text(size: 38pt, weight: 500, cover.title)))
#if cover.lead != "" { block(width: 130mm, below: 1.5em, text(size: 13pt, cover.lead)) }
#v(1fr)
#block(below: 1em, {
  set text(font: sans, size: 8.6pt, weight: 600)
  grid(
    columns: (auto, 1fr, auto, 1fr, auto, 1fr, auto),
    align: horizon,
    ..cover.figures.map(one => box({ shape(one.shape); h(.5em); text(one.text) })).intersperse(pad(x: 3mm, pdf.artifact(line(length: 100%, stroke: .7pt))))
  )
})
#block(width: 145mm, text(fill: luma(50), cover.note))
#v(2fr)
#{
  block(width: 100%, stroke: (y: thick), inset: (y: 3mm), facts(cover.facts, 40mm, 165mm, 1.5em, first: false))
}
#pagebreak()

#block(below: 1.6em, text(size: 21pt, weight: 500, paper.contents))
#metadata(paper.contents) <part>
#{
  show outline.entry.where(level: 1): set block(above: 1.15em)
  show outline.entry.where(level: 1): set text(weight: 600)
  show outline.entry.where(level: 2): set text(size: 9.8pt)
  set outline.entry(fill: pad(x: 1.5mm, pdf.artifact(repeat(gap: 1.5mm, text(weight: 400)[.]))))
  outline(title: none, indent: 0pt)
}

#for it in paper.blocks {
  if it.type == "heading" { title(it) }
  else if it.type == "text" { plain(it) }
  else if it.type == "requirement" { requirement(it) }
  else if it.type == "tally" { tally(it) }
  else if it.type == "card" { card(it) }
  else if it.type == "table" { grid-of(it) }
}
`;
