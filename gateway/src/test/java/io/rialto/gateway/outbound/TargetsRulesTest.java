package io.rialto.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsRulesTest {
    private final Targets targets = new Targets(Set.of(), false, Targets.Names.SYSTEM);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "168.63.129.16",
                "100.64.0.1",
                "100.100.100.200",
                "192.0.0.192",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1"
            })
    void whatIsNotPublicIsRefused(String address) throws Exception {
        assertThat(Targets.isPublic(InetAddress.getByName(address))).isFalse();
        assertThatThrownBy(() -> targets.addresses(address)).isInstanceOf(ForbiddenTarget.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "172.15.0.1",
                "172.32.0.1",
                "193.0.0.1",
                "223.255.255.1",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void whatIsPublicIsNot(String address) throws Exception {
        assertThat(targets.addresses(address)).containsExactly(InetAddress.getByName(address));
    }

    @Test
    void oneForbiddenAddressIsEnough() throws Exception {
        List<InetAddress> both = List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1"));
        Targets two = new Targets(Set.of(), false, host -> both);

        assertThatThrownBy(() -> two.addresses("both.example")).isInstanceOf(ForbiddenTarget.class);
        assertThat(new Targets(Set.of("both.example"), false, host -> both).addresses("both.example"))
                .isEqualTo(both);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "ftp://example.com",
                "https://",
                "http://example.com/",
                "https://a:b@example.com/",
                "https://a@example.com/",
                "https://example.com/#here",
                "https://example.com/a b",
                "https://example.com/\r\nX: y",
                "https://exämple.com/",
                "file:///etc/passwd"
            })
    void anAddressIsWrittenInOneWay(String url) {
        assertThat(targets.fault(url)).isNotEmpty();
    }

    @Test
    void plainHttpIsForTestsAlone() {
        assertThat(targets.fault("https://example.com:8443/hook?a=b")).isEmpty();
        assertThat(new Targets(Set.of(), true, Targets.Names.SYSTEM).fault("http://example.com/"))
                .isEmpty();
        assertThat(targets.fault("https://example.com/" + "a".repeat(500))).isNotEmpty();
    }
}
