package io.rialto.gateway.http;

/** One subject's routes: a class a group. */
public interface RouteGroup {
    void addTo(Routes routes);
}
