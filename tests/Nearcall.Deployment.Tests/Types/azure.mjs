// azure.mjs RESOURCES.json OUT.ts: writes a program of the resources of a template, as literals of the types that Microsoft publishes.
//
// Those types are flat: what ARM nests under "properties" stands beside the rest. The program, once the compiler accepts it, gives each
// literal to Microsoft's own client and compares what that would send with what the template says: address, version and body.
import { readFileSync, writeFileSync } from "node:fs";

const [, , source, target] = process.argv;

// The resource's type in a template: the client, its group of operations, the type of the literal.
const kinds = {
  "Microsoft.Network/networkSecurityGroups": ["network", "networkSecurityGroups", "NetworkSecurityGroup"],
  "Microsoft.Network/virtualNetworks": ["network", "virtualNetworks", "VirtualNetwork"],
  "Microsoft.Network/publicIPAddresses": ["network", "publicIPAddresses", "PublicIPAddress"],
  "Microsoft.Network/networkInterfaces": ["network", "networkInterfaces", "NetworkInterface"],
  "Microsoft.Network/loadBalancers": ["network", "loadBalancers", "LoadBalancer"],
  "Microsoft.Compute/virtualMachines": ["compute", "virtualMachines", "VirtualMachine"],
  "Microsoft.Compute/virtualMachineScaleSets": ["compute", "virtualMachineScaleSets", "VirtualMachineScaleSet"],
  "Microsoft.Insights/autoscaleSettings": ["monitor", "autoscaleSettings", "AutoscaleSettingResource"],
};

function flatten(node) {
  if (Array.isArray(node)) {
    return node.map(flatten);
  }
  if (node === null || typeof node !== "object") {
    return node;
  }
  const { properties, ...rest } = node;
  const flat = {};
  for (const [name, value] of [...Object.entries(rest), ...Object.entries(properties ?? {})]) {
    if (name in flat) {
      throw new Error(`${name} stands beside "properties" and in it: ${JSON.stringify(node)}`);
    }
    flat[name] = flatten(value);
  }
  return flat;
}

// Null in a template is "not given".
function withoutNulls(node) {
  return JSON.parse(JSON.stringify(node), (_, value) => (value === null ? undefined : value));
}

function flattenResource(resource, kind) {
  const { type, apiVersion, name, dependsOn, ...body } = resource;
  if (kind === "AutoscaleSettingResource") {
    // The one name that stands on both levels; the client calls the inner one so.
    const { name: inner, ...properties } = body.properties;
    return flatten({ ...body, properties: { ...properties, namePropertiesName: inner } });
  }
  return flatten(body);
}

const lines = [
  'import { send, summary } from "./azure-clients.js";',
  'import type * as network from "@azure/arm-network";',
  'import type * as compute from "@azure/arm-compute";',
  'import type * as monitor from "@azure/arm-monitor";',
];
for (const resource of withoutNulls(JSON.parse(readFileSync(source, "utf8")))) {
  const kind = kinds[resource.type];
  if (!kind) {
    throw new Error(`No client is known for ${resource.type}`);
  }
  const [client, operations, type] = kind;
  lines.push(
    "{",
    `  const body: ${client}.${type} = ${JSON.stringify(flattenResource(resource, type), null, 2)};`,
    `  await send("${client}", "${operations}", ${JSON.stringify(resource, null, 2)}, body);`,
    "}",
  );
}
lines.push("summary();", "");
writeFileSync(target, lines.join("\n"));
