// kubernetes.mjs MANIFESTS.yaml OUT.ts: writes a program of manifests, as literals of the types that are made from Kubernetes' own schema.
//
// The compiler refuses fields that a type does not have, which the models' own check lets pass. The program then asks that check too.
import { readFileSync, writeFileSync } from "node:fs";
import yaml from "js-yaml";

const [, , source, target] = process.argv;
const lines = [];
const imports = [];
let count = 0;
for (const manifest of yaml.loadAll(readFileSync(source, "utf8"))) {
  const name = `${manifest.kind}${count++}`;
  imports.push(`import { ${manifest.kind} as ${name}, type I${manifest.kind} as I${name} } from "kubernetes-models/${manifest.apiVersion}";`);
  lines.push(
    "{",
    `  const manifest: I${name} = ${JSON.stringify(manifest, null, 2)};`,
    `  new ${name}(manifest).validate();`,
    "}",
  );
}
writeFileSync(target, [...imports, ...lines, `console.log("${count} manifests are of their types");`, ""].join("\n"));
