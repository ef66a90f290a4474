using System.Globalization;
using Nearcall.Tests.Rules;

namespace Nearcall.Deployment.Tests.Kubernetes;

/// <summary>How the servers run in a cluster: what they may do, when they are asked how they are, and how they end.</summary>
public sealed class ManifestTests(KustomizedFolders folders)
{
    private const string Pod = "spec/template/spec/";
    private const string Server = Pod + "containers/0/";
    private const string Name = "app.kubernetes.io~name";

    public static TheoryData<string> Folders => KustomizedFolders.Names;

    [Theory]
    [InlineData("base", "Namespace,ConfigMap,Service,Deployment,PodDisruptionBudget,HorizontalPodAutoscaler,NetworkPolicy")]
    [InlineData("overlays/small", "Namespace,ConfigMap,Service,Deployment,PodDisruptionBudget,NetworkPolicy")]
    [InlineData("overlays/production", "Namespace,ConfigMap,Service,Deployment,PodDisruptionBudget,HorizontalPodAutoscaler,NetworkPolicy")]
    public async Task Kinds_OfAFolder_AreThese(string folder, string kinds) =>
        Assert.Equal(kinds, string.Join(',', (await folders.BuildAsync(folder)).Kinds));

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Pod_OfAFolder_MayDoNothingButServe(string folder)
    {
        var manifests = await folders.BuildAsync(folder);
        (string Path, string Value)[] expected =
        [
            (Pod + "automountServiceAccountToken", "false"),
            (Pod + "securityContext/runAsNonRoot", "true"),
            (Pod + "securityContext/runAsUser", "65532"),
            (Pod + "securityContext/runAsGroup", "65532"),
            (Pod + "securityContext/seccompProfile/type", "RuntimeDefault"),
            (Server + "securityContext/allowPrivilegeEscalation", "false"),
            (Server + "securityContext/privileged", "false"),
            (Server + "securityContext/readOnlyRootFilesystem", "true"),
            (Server + "securityContext/capabilities/drop", "ALL"),
        ];

        Assert.All(expected, item => Assert.Equal(item.Value, manifests.Of("Deployment", item.Path)));
        Assert.False(manifests.Has("Deployment", Server + "securityContext/capabilities/add"));
        Assert.False(manifests.Has("Deployment", Pod + "containers/1"));
        Assert.All(["hostNetwork", "hostPID", "hostIPC", "initContainers"], name => Assert.False(manifests.Has("Deployment", Pod + name)));
        Assert.Equal("restricted", manifests.Of("Namespace", "metadata/labels/pod-security.kubernetes.io~enforce"));
    }

    [Fact]
    public async Task User_OfThePod_IsThatOfTheImage()
    {
        var image = File.ReadLines(Repository.PathOf("deploy/container/Containerfile"));
        var pod = await folders.BuildAsync("base");

        var context = Pod + "securityContext/";
        Assert.Contains($"USER {pod.Of("Deployment", context + "runAsUser")}:{pod.Of("Deployment", context + "runAsGroup")}", image);
        Assert.Contains($"EXPOSE {pod.Of("Deployment", Server + "ports/0/containerPort")}", image);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Probes_OfAFolder_AskLivenessAndReadiness(string folder)
    {
        var manifests = await folders.BuildAsync(folder);

        Assert.Equal("/health/live", manifests.Of("Deployment", Server + "startupProbe/httpGet/path"));
        Assert.Equal("/health/live", manifests.Of("Deployment", Server + "livenessProbe/httpGet/path"));
        Assert.Equal("/health/ready", manifests.Of("Deployment", Server + "readinessProbe/httpGet/path"));
        Assert.All(["startup", "liveness", "readiness"], kind =>
        {
            Assert.Equal("rpc", manifests.Of("Deployment", $"{Server}{kind}Probe/httpGet/port"));
            // A server with a certificate speaks TLS to everybody.
            Assert.Equal(manifests.Settings()["Tls"] is not null, manifests.Has("Deployment", $"{Server}{kind}Probe/httpGet/scheme"));
        });
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task End_OfAPod_IsLongEnoughForItsServer(string folder)
    {
        var manifests = await folders.BuildAsync(folder);
        var stop = manifests.Settings()["Stop"]!;
        var notReady = (int)stop["NotReady"]!;
        var within = (int)stop["Within"]!;
        var notices = Number("readinessProbe/periodSeconds") * Number("readinessProbe/failureThreshold");

        Assert.True(notices < notReady, "the cluster notices before the server stops taking calls");
        Assert.True(notReady < within);
        Assert.True(within < int.Parse(manifests.Of("Deployment", Pod + "terminationGracePeriodSeconds"), CultureInfo.InvariantCulture));

        int Number(string path) => int.Parse(manifests.Of("Deployment", Server + path), CultureInfo.InvariantCulture);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Selectors_OfAFolder_FindThePods(string folder)
    {
        var manifests = await folders.BuildAsync(folder);
        var label = manifests.Of("Deployment", $"spec/template/metadata/labels/{Name}");

        Assert.Equal(label, manifests.Of("Deployment", $"spec/selector/matchLabels/{Name}"));
        Assert.Equal(label, manifests.Of("Service", $"spec/selector/{Name}"));
        Assert.Equal(label, manifests.Of("PodDisruptionBudget", $"spec/selector/matchLabels/{Name}"));
        Assert.Equal(label, manifests.Of("NetworkPolicy", $"spec/podSelector/matchLabels/{Name}"));
        Assert.All(["0", "1"], index => Assert.Equal(
            label, manifests.Of("Deployment", $"{Pod}topologySpreadConstraints/{index}/labelSelector/matchLabels/{Name}")));
        Assert.Equal("rpc", manifests.Of("Service", "spec/ports/0/targetPort"));
        Assert.Equal("8000", manifests.Of("Service", "spec/ports/0/port"));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Settings_OfAFolder_AreThoseThatThePodReads(string folder)
    {
        var manifests = await folders.BuildAsync(folder);
        var volumes = Enumerable.Range(0, 3).Where(index => manifests.Has("Deployment", $"{Pod}volumes/{index}/configMap"));
        var index = Assert.Single(volumes);

        Assert.Equal(manifests.Of("ConfigMap", "metadata/name"), manifests.Of("Deployment", $"{Pod}volumes/{index}/configMap/name"));
        Assert.Equal("--settings,/etc/nearcall-server/settings.json", manifests.Of("Deployment", Server + "args"));
        Assert.False(manifests.Has("ConfigMap", "data/credentials"));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Image_OfAFolder_HasTheVersionOfTheLibraries(string folder)
    {
        var properties = await File.ReadAllTextAsync(Repository.PathOf("Directory.Build.props"), TestContext.Current.CancellationToken);
        var image = (await folders.BuildAsync(folder)).Of("Deployment", Server + "image").Split(':');

        Assert.Equal("nearcall-server", image[0]);
        Assert.Contains($"<Version>{image[1]}</Version>", properties, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Autoscaler_OfTheBase_OwnsTheNumberOfPods()
    {
        var manifests = await folders.BuildAsync("base");

        Assert.False(manifests.Has("Deployment", "spec/replicas"));
        Assert.Equal(manifests.Of("Deployment", "metadata/name"), manifests.Of("HorizontalPodAutoscaler", "spec/scaleTargetRef/name"));
        Assert.Equal("3", manifests.Of("HorizontalPodAutoscaler", "spec/minReplicas"));
        // Use is counted in parts of what is requested.
        Assert.Equal("cpu", manifests.Of("HorizontalPodAutoscaler", "spec/metrics/0/resource/name"));
        Assert.True(manifests.Has("Deployment", Server + "resources/requests/cpu"));
        Assert.Equal("2", (await folders.BuildAsync("overlays/small")).Of("Deployment", "spec/replicas"));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Rollout_OfAFolder_NeverLacksAPod(string folder)
    {
        var manifests = await folders.BuildAsync(folder);

        Assert.Equal("0", manifests.Of("Deployment", "spec/strategy/rollingUpdate/maxUnavailable"));
        Assert.Equal("1", manifests.Of("PodDisruptionBudget", "spec/maxUnavailable"));
        Assert.Equal("AlwaysAllow", manifests.Of("PodDisruptionBudget", "spec/unhealthyPodEvictionPolicy"));
    }

    [Fact]
    public async Task Network_OfTheBase_LetsCallsInAndNothingOut()
    {
        var manifests = await folders.BuildAsync("base");

        Assert.Equal("Ingress,Egress", manifests.Of("NetworkPolicy", "spec/policyTypes"));
        Assert.Equal("rpc", manifests.Of("NetworkPolicy", "spec/ingress/0/ports/0/port"));
        Assert.False(manifests.Has("NetworkPolicy", "spec/ingress/0/ports/1"));
        Assert.False(manifests.Has("NetworkPolicy", "spec/ingress/1"));
        Assert.Equal("", manifests.Of("NetworkPolicy", "spec/egress"));
    }

    [Fact]
    public async Task Network_OfProduction_ReachesTheCollectorThatIsSet()
    {
        var manifests = await folders.BuildAsync("overlays/production");
        var endpoint = new Uri((string)manifests.Settings()["Otlp"]!["Endpoint"]!);

        Assert.Equal(endpoint.Port.ToString(CultureInfo.InvariantCulture), manifests.Of("NetworkPolicy", "spec/egress/0/ports/0/port"));
        Assert.Equal(
            endpoint.Host.Split('.')[1],
            manifests.Of("NetworkPolicy", "spec/egress/0/to/0/namespaceSelector/matchLabels/kubernetes.io~metadata.name"));
    }

    [Fact]
    public async Task Production_WithoutSecrets_DoesNotStart()
    {
        var manifests = await folders.BuildAsync("overlays/production");
        var tls = manifests.Settings()["Tls"]!;

        Assert.Equal("nearcall-server-credentials", manifests.Of("Deployment", Server + "envFrom/0/secretRef/name"));
        Assert.False(manifests.Has("Deployment", Server + "envFrom/0/secretRef/optional"));
        Assert.Equal("nearcall-server-tls", manifests.Of("Deployment", Pod + "volumes/0/secret/secretName"));
        Assert.False(manifests.Has("Deployment", Pod + "volumes/0/secret/optional"));
        var folder = manifests.Of("Deployment", Server + "volumeMounts/0/mountPath");
        Assert.Equal([$"{folder}/tls.crt", $"{folder}/tls.key"], [(string)tls["Certificate"]!, (string)tls["Key"]!]);
        Assert.Equal("LoadBalancer", manifests.Of("Service", "spec/type"));
        Assert.Equal("Local", manifests.Of("Service", "spec/externalTrafficPolicy"));
        Assert.Equal("DoNotSchedule", manifests.Of("Deployment", Pod + "topologySpreadConstraints/0/whenUnsatisfiable"));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Text_OfAFolder_HoldsNoSecret(string folder)
    {
        var manifests = await folders.BuildAsync(folder);

        Assert.DoesNotContain("Secret", manifests.Kinds);
        Assert.All(["ApiKeys", "Users"], key => Assert.Null(manifests.Settings()[key]));
    }
}
