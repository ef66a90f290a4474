using Nearcall.Fleet.Processes;

namespace Nearcall.Fleet.Fronts;

/// <summary>nginx with deploy/nginx, and around it what a distribution's own nginx.conf says.</summary>
internal static class NginxFront
{
    private const string Main = """
        user root;
        worker_processes 2;
        pid nginx.pid;
        events { worker_connections 16384; }
        http {
            access_log off;
            client_body_temp_path temp-body;
            proxy_temp_path temp-proxy;
            fastcgi_temp_path temp-fastcgi;
            uwsgi_temp_path temp-uwsgi;
            scgi_temp_path temp-scgi;
            include nearcall.conf;
        }
        """;

    /// <summary>Writes its files to a folder and gives its command.</summary>
    public static IReadOnlyList<string> Prepare(FleetTimes times, string folder, bool sendsAgain)
    {
        File.WriteAllText(Path.Combine(folder, "nginx.conf"), Main);
        Front.Copy(
            "deploy/nginx/nearcall.conf",
            Path.Combine(folder, "nearcall.conf"),
            ("keepalive_timeout 2s;", $"keepalive_timeout {times.Milliseconds(2)}ms;"));
        Front.Copy(
            "deploy/nginx/nearcall-servers.conf",
            Path.Combine(folder, "nearcall-servers.conf"),
            ("fail_timeout=5s", $"fail_timeout={times.WholeSeconds(5)}s"));
        Front.Copy(
            "deploy/nginx/nearcall-proxy.conf",
            Path.Combine(folder, "nearcall-proxy.conf"),
            ("proxy_next_upstream error timeout;", sendsAgain ? "proxy_next_upstream error timeout non_idempotent;" : "proxy_next_upstream error timeout;"),
            ("proxy_read_timeout 10s;", $"proxy_read_timeout {times.Milliseconds(10)}ms;"),
            ("proxy_send_timeout 10s;", $"proxy_send_timeout {times.Milliseconds(10)}ms;"));
        var program = SystemProgram.Find("nginx") ?? throw new InvalidOperationException("There is no nginx (Debian: nginx).");
        var configuration = Path.Combine(folder, "nginx.conf");
        return [program, "-p", folder, "-c", configuration, "-e", Path.Combine(folder, "error.log"), "-g", "daemon off;"];
    }
}
