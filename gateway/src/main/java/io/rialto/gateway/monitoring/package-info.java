/** What the venue's administrators see of its health: metrics, components, alerts, and the page that Prometheus reads. */
package io.rialto.gateway.monitoring;
