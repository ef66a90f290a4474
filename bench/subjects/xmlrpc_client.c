/* xmlrpc-c's client, one caller:    xmlrpc_client URL
   Calls for as many seconds as a line of standard input says, and answers with the calls and the seconds. */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <xmlrpc-c/base.h>
#include <xmlrpc-c/client.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

int main(int count, const char **arguments)
{
    xmlrpc_env env;
    xmlrpc_client *client;
    char line[100];

    if (count != 2) {
        return 3;
    }

    xmlrpc_env_init(&env);
    xmlrpc_client_setup_global_const(&env);
    xmlrpc_client_create(&env, XMLRPC_CLIENT_NO_FLAGS, "bench", "1", NULL, 0, &client);
    while (!env.fault_occurred && fgets(line, sizeof line, stdin)) {
        double start = now(), seconds = atof(line);
        long calls = 0;
        while (now() - start < seconds) {
            xmlrpc_value *result;
            xmlrpc_int32 sum = 0;
            xmlrpc_client_call2f(&env, client, arguments[1], "add", &result, "(ii)", (xmlrpc_int32)10, (xmlrpc_int32)5);
            if (env.fault_occurred) {
                break;
            }

            xmlrpc_read_int(&env, result, &sum);
            xmlrpc_DECREF(result);
            calls++;
        }

        printf("%ld %f\n", calls, now() - start);
        fflush(stdout);
    }

    if (env.fault_occurred) {
        fprintf(stderr, "%s\n", env.fault_string);
    }

    return env.fault_occurred;
}
