/** How a paper looks as a page: the letters of whoever reads it, black on white, and in print without its links. */
export const PAPER_STYLE = `
:root { color-scheme: light; }
body { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; font: 1.0625rem/1.55 "Source Serif 4", Cambria, Georgia, serif; color: #111; background: #fff; overflow-wrap: break-word; }
h1 { font-size: 2.5rem; font-weight: 500; line-height: 1.1; margin: 0 0 1rem; }
h2 { font-size: 1.6rem; font-weight: 500; line-height: 1.2; margin: 3rem 0 1rem; }
h3 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 .5rem; }
p { margin: 0 0 .5rem; }
a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: .15em; }
a:focus-visible { outline: 3px solid #111; outline-offset: 2px; }
.sender, .concept, .over, .label, .figures, dt, thead th, .tally, .card p, td.label, th.code, th.number, td.number, footer, .removed { font-family: "Noto Sans", Calibri, Arial, sans-serif; font-size: .875rem; }
.sender { font-weight: 600; font-size: 1.1rem; margin-bottom: 3rem; }
.concept { display: inline-block; border: 2px solid; padding: .2rem .5rem; font-weight: 700; text-transform: uppercase; }
.kind { font-style: italic; font-size: 1.3rem; }
.lead { font-size: 1.15rem; color: #333; }
.figures, .tally ul, .contents { list-style: none; padding: 0; }
.figures, .tally ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.number { font-weight: 600; }
.contents .level-1 { font-weight: 600; margin-top: .6rem; }
.contents .level-2 { padding-left: 1.25rem; }
.contents .number { display: inline-block; min-width: 3.25rem; }
.facts { margin: 1rem 0 0; border-bottom: 1px solid #999; }
.facts div { display: grid; grid-template-columns: 9rem 1fr; gap: 1rem; border-top: 1px solid #999; padding: .35rem 0; }
.facts dd { margin: 0; min-width: 0; }
.facts p { margin: 0; }
.requirement { border-top: 2px solid; padding: .9rem 0 1.5rem; }
.requirement .body { font-size: 1.125rem; }
.warning, .card { border: 2px solid; padding: .8rem 1rem; margin: 1.5rem 0; }
.warning { font-weight: 600; }
.note { border-left: 3px solid; padding-left: 1rem; margin: 1.5rem 0; }
.tally { border: solid; border-width: 2px 0; padding: .6rem 0; margin: 1rem 0 1.5rem; }
.tally p, .tally ul { margin: 0; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #999; font-weight: 400; }
thead th { border-bottom: 2px solid; font-weight: 600; vertical-align: bottom; }
th.section { padding-top: 1.1rem; border: 0; }
th.code p:first-child { font-weight: 600; }
td.number { text-align: right; }
td p, th p { margin: 0 0 .25rem; }
.removed { border: 1px dashed; padding: 0 .2rem; }
.shape, .outcome { margin-right: .35rem; vertical-align: -.1em; fill: currentColor; }
.outcome { fill: none; stroke: currentColor; stroke-width: 1.5; }
.outcome .full { fill: currentColor; }
.outcome .dashed { stroke-dasharray: 2 2; }
footer { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 1rem; border-top: 2px solid; margin-top: 3rem; padding-top: .5rem; }
@media (max-width: 34rem) { .facts div { grid-template-columns: 1fr; gap: 0; } }
@media print { body { max-width: none; padding: 0; } a { text-decoration: none; } .requirement, tr { break-inside: avoid; } }
`;
