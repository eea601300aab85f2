package isuumo.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands {@link TestDatabase} and {@link TestServer} to tests and their constructors.
 *
 * <p>Both are one for the whole run; the initial rows are restored before each class.
 */
public final class Integration implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(Integration.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestDatabase.class || type == TestServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class ? database(context) : server(context);
    }

    private static TestDatabase database(ExtensionContext context) {
        Store ofTheRun = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
        return ofTheRun.computeIfAbsent(TestDatabase.class, _ -> {
            try {
                return TestDatabase.start();
            } catch (Exception e) {
                throw new IllegalStateException("no database for the integration tests: " + e.getMessage(), e);
            }
        }, TestDatabase.class);
    }

    /** Remembered for a class, and not closed with it. */
    private record Initialized(TestServer server) {}

    private static TestServer server(ExtensionContext context) {
        TestDatabase database = database(context); // before the server, so that it is closed after it
        TestServer server = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent(TestServer.class, _ -> {
                    try {
                        return TestServer.start(database.account());
                    } catch (Exception e) {
                        throw new IllegalStateException("no server for the integration tests: " + e, e);
                    }
                }, TestServer.class);
        return context.getStore(NAMESPACE).computeIfAbsent(Initialized.class, _ -> {
            server.initialize();
            return new Initialized(server);
        }, Initialized.class).server();
    }
}
