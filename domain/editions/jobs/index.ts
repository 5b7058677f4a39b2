export { adoptEditionJob } from "./adopt";
export { compareEditionsJob } from "./compare";
