// Microsoft's own clients, with a network that keeps what they would send.
import { deepStrictEqual, strictEqual } from "node:assert";
import { ComputeManagementClient } from "@azure/arm-compute";
import { MonitorClient } from "@azure/arm-monitor";
import { NetworkManagementClient } from "@azure/arm-network";
import type { HttpClient } from "@azure/core-rest-pipeline";
import { createHttpHeaders } from "@azure/core-rest-pipeline";

interface Sent {
  url: URL;
  body: unknown;
}

type Operations = Record<string, (group: string, name: string, body: unknown) => Promise<unknown>>;

const subscription = "00000000-0000-0000-0000-000000000000";
const credential = { getToken: async () => ({ token: "none", expiresOnTimestamp: 9e15 }) };
let sent: Sent | undefined;
let count = 0;

// A client sends "properties" that hold nothing where a template leaves them out.
function withoutEmptyProperties(node: any): any {
  return JSON.parse(JSON.stringify(node), (name, value) => (name === "properties" && Object.keys(value).length === 0 ? undefined : value));
}

const httpClient: HttpClient = {
  async sendRequest(request) {
    if (request.method === "PUT") {
      sent = { url: new URL(request.url), body: JSON.parse(String(request.body)) };
    }
    // What Azure answers when all is done: the resource.
    return { request, status: 200, headers: createHttpHeaders({ "content-type": "application/json" }), bodyAsText: String(request.body ?? "{}") };
  },
};

const options = { httpClient };
const clients = {
  network: new NetworkManagementClient(credential, subscription, options),
  compute: new ComputeManagementClient(credential, subscription, options),
  monitor: new MonitorClient(credential, subscription, options),
};

export async function send(client: keyof typeof clients, operations: string, resource: Record<string, any>, body: unknown): Promise<void> {
  const group = (clients[client] as unknown as Record<string, Operations>)[operations];
  sent = undefined;
  await (group.beginCreateOrUpdateAndWait ?? group.createOrUpdate).call(group, "test", resource.name, body);
  const request = sent as Sent | undefined;
  const { type, apiVersion, name, dependsOn, ...expected } = resource;
  strictEqual(request?.url.pathname.toLowerCase(), `/subscriptions/${subscription}/resourcegroups/test/providers/${type}/${name}`.toLowerCase());
  deepStrictEqual(withoutEmptyProperties(request?.body), withoutEmptyProperties(expected), `${type} ${name} as Microsoft's client understands it`);
  strictEqual(request?.url.searchParams.get("api-version"), apiVersion, `apiVersion of ${type}`);
  count++;
}

export function summary(): void {
  console.log(`${count} resources are what Microsoft's clients would send`);
}
