// narrow.mjs: lets the published types of Azure say which texts they know.
//
// Where Azure may add values, a type is any string, and beside it stands an enumeration of the values that are known. A template of ours
// uses none that Azure does not know yet, so a type becomes the values of its enumeration: a slip of the pen is then an error.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

let count = 0;
for (const name of ["arm-network", "arm-compute", "arm-monitor"]) {
  const folder = `node_modules/@azure/${name}`;
  for (const file of readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".d.ts"))) {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    const narrow = text.replace(/^(export (?:declare )?type (\w+)) = string;$/gm, (line, start, type) => {
      if (!new RegExp(`enum Known${type} \\{`).test(text)) {
        return line;
      }
      count++;
      return `${start} = \`\${Known${type}}\`;`;
    });
    if (narrow !== text) {
      writeFileSync(path, narrow);
    }
  }
}
if (count < 100) {
  throw new Error(`only ${count} types were narrowed: the packages have changed their form`);
}
console.log(`${count} types narrowed`);
