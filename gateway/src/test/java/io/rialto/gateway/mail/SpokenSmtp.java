package io.rialto.gateway.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** An SMTP server that answers each verb as it is told, and speaks STARTTLS when it has a certificate. Keeps what was said. */
final class SpokenSmtp implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final Map<String, String> replies;
    private final SSLContext tls;

    /** Each line as it came, behind {@code TLS} when it came by that. */
    final List<String> heard = new CopyOnWriteArrayList<>();

    /**
     * @param replies by verb, instead of being content with it
     * @param tls null speaks none
     */
    SpokenSmtp(Map<String, String> replies, SSLContext tls) throws IOException {
        this.replies = replies;
        this.tls = tls;
        Thread thread = new Thread(this::serve, "spoken-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket socket = door.accept()) {
                talk(socket, "");
            } catch (IOException ended) {
                if (!door.isClosed()) heard.add("TLS or not, it broke off");
            }
        }
    }

    private void talk(Socket socket, String before) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = socket.getOutputStream();
        if (before.isEmpty()) say(out, "220 here");
        boolean isData = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(before + line);
            if (isData && !line.equals(".")) continue;
            String verb = isData ? "END-OF-DATA" : line.split(" ")[0].toUpperCase(Locale.ROOT);
            isData = verb.equals("DATA") && !replies.containsKey(verb);
            say(out, replies.getOrDefault(verb, usual(verb, before.isEmpty())));
            if (verb.equals("QUIT")) return;
            if (verb.equals("STARTTLS") && tls != null) {
                SSLSocket secure =
                        (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
                secure.setUseClientMode(false);
                talk(secure, "TLS ");
                return;
            }
        }
    }

    private String usual(String verb, boolean isPlain) {
        return switch (verb) {
            case "EHLO" -> "250-here\r\n" + (isPlain && tls != null ? "250-STARTTLS\r\n" : "") + "250 AUTH PLAIN";
            case "STARTTLS" -> "220 go on";
            case "AUTH" -> "235 come in";
            case "DATA" -> "354 say it";
            case "QUIT" -> "221 bye";
            default -> "250 well";
        };
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
