package io.rialto.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
    private static final InetSocketAddress PROXY = new InetSocketAddress("10.1.2.3", 4_000);

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "2001:db8::/32"));

    private String client(String... forwardedFor) {
        InetSocketAddress client = (InetSocketAddress) proxies.client(PROXY, List.of(forwardedFor));
        return client.getAddress().getHostAddress();
    }

    @Test
    void theLastAddressThatIsNoProxyAsked() {
        assertThat(client("203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(client("1.1.1.1", "203.0.113.9", "10.9.9.9")).isEqualTo("203.0.113.9");
        assertThat(client("203.0.113.9", "2001:db8::7")).isEqualTo("203.0.113.9");
        assertThat(client("2001:4860::8")).isEqualTo("2001:4860:0:0:0:0:0:8");
    }

    @Test
    void whatIsNoAddressSaysNothing() {
        assertThat(client()).isEqualTo("10.1.2.3");
        assertThat(client("somebody")).isEqualTo("10.1.2.3");
        assertThat(client("999.1.1.1")).isEqualTo("10.1.2.3");
        assertThat(client("203.0.113.9", "dead.beef", "10.9.9.9")).isEqualTo("10.9.9.9");
    }

    @Test
    void whoIsNotTrustedSpeaksForHimself() {
        InetSocketAddress stranger = new InetSocketAddress("198.51.100.1", 4_000);
        assertThat(proxies.trust(stranger)).isFalse();
        assertThat(proxies.client(stranger, List.of("203.0.113.9"))).isEqualTo(stranger);
        assertThat(new TrustedProxies(List.of("none")).trust(PROXY)).isFalse();
    }
}
