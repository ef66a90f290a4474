/* xmlrpc-c's server, Abyss, with connections kept alive:    abyss_server PORT */

#include <stdlib.h>
#include <xmlrpc-c/base.h>
#include <xmlrpc-c/server.h>
#include <xmlrpc-c/server_abyss.h>

static xmlrpc_value *add(xmlrpc_env *env, xmlrpc_value *parameters, void *server, void *call)
{
    xmlrpc_int32 a, b;
    xmlrpc_decompose_value(env, parameters, "(ii)", &a, &b);
    return env->fault_occurred ? NULL : xmlrpc_build_value(env, "i", a + b);
}

static xmlrpc_value *echo(xmlrpc_env *env, xmlrpc_value *parameters, void *server, void *call)
{
    xmlrpc_value *value = NULL;
    xmlrpc_array_read_item(env, parameters, 0, &value);
    return value;
}

int main(int count, const char **arguments)
{
    struct xmlrpc_method_info3 add_method = {.methodName = "add", .methodFunction = &add};
    struct xmlrpc_method_info3 echo_method = {.methodName = "echo", .methodFunction = &echo};
    xmlrpc_server_abyss_parms parameters = {0};
    xmlrpc_env env;

    if (count != 2) {
        return 3;
    }

    xmlrpc_env_init(&env);
    xmlrpc_limit_set(XMLRPC_XML_SIZE_LIMIT_ID, 512 * 1024 * 1024);
    parameters.registryP = xmlrpc_registry_new(&env);
    xmlrpc_registry_add_method3(&env, parameters.registryP, &add_method);
    xmlrpc_registry_add_method3(&env, parameters.registryP, &echo_method);

    parameters.port_number = atoi(arguments[1]);
    parameters.keepalive_timeout = 600;
    parameters.keepalive_max_conn = 2000000000;
    parameters.timeout = 600;
    parameters.max_conn = 2048;
    parameters.max_conn_backlog = 1024;
    xmlrpc_server_abyss(&env, &parameters, XMLRPC_APSIZE(max_conn_backlog));
    return env.fault_occurred;
}
