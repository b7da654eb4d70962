package io.rialto.gateway.doors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** A person before a screen: registers, logs in, and bears a token from then on. */
public final class PersonClient {
    static final String PASSWORD = "a quiet morning in Trieste";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Client client;
    private final String email;
    private String access = "";
    private String refresh = "";
    private String secondFactor = "";

    private PersonClient(Client client, String email) {
        this.client = client;
        this.email = email;
    }

    /** Nobody yet. */
    static PersonClient at(VenueUnderTest venue, String email) {
        return new PersonClient(venue.nobody(), email);
    }

    /** Registered and logged in. */
    static PersonClient member(VenueUnderTest venue, String email) {
        PersonClient person = at(venue, email);
        VenueUnderTest.ok(person.register(PASSWORD));
        VenueUnderTest.ok(person.logIn(PASSWORD));
        return person;
    }

    /** The same with another role, given by the first administrator. */
    static PersonClient withRole(VenueUnderTest venue, String email, String role) throws Exception {
        PersonClient person = member(venue, email);
        String number = person.get("/api/v1/users/me").text("id");
        VenueUnderTest.ok(
                venue.administrator().post("/api/v1/admin/users/" + number + "/role", "{\"role\":\"" + role + "\"}"));
        return person;
    }

    /** The same person at another screen. */
    PersonClient elsewhere() {
        PersonClient other = new PersonClient(client, email);
        VenueUnderTest.ok(other.logIn(PASSWORD));
        return other;
    }

    Client.Answer register(String password) {
        return send("POST", "/api/v1/auth/register", body("email", email, "password", password, "name", "Nora Quist"));
    }

    Client.Answer logIn(String password) {
        return taken(send("POST", "/api/v1/auth/login", body("email", email, "password", password)));
    }

    Client.Answer logIn(String password, String code) {
        return taken(send("POST", "/api/v1/auth/login", body("email", email, "password", password, "code", code)));
    }

    Client.Answer refresh() {
        return taken(refresh(refresh));
    }

    Client.Answer refresh(String token) {
        return send("POST", "/api/v1/auth/refresh", body("refreshToken", token));
    }

    private Client.Answer taken(Client.Answer answer) {
        if (answer.status() == 200) {
            access = answer.text("accessToken");
            refresh = answer.text("refreshToken");
        }
        return answer;
    }

    /** With the next request only. */
    PersonClient code(String code) {
        secondFactor = code;
        return this;
    }

    PersonClient bears(String token) {
        access = token;
        return this;
    }

    String accessToken() {
        return access;
    }

    String refreshToken() {
        return refresh;
    }

    Client.Answer get(String path) {
        return send("GET", path, "");
    }

    Client.Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Client.Answer send(String method, String path, String body) {
        Map<String, String> headers =
                new HashMap<>(Map.of("Content-Type", "application/json", "User-Agent", "a screen"));
        if (!access.isEmpty()) headers.put("Authorization", "Bearer " + access);
        if (!secondFactor.isEmpty()) headers.put("X-Second-Factor", secondFactor);
        secondFactor = "";
        return client.raw(method, path, body, headers);
    }

    /** An object of texts. */
    static String body(String... namesAndValues) {
        ObjectNode object = JSON.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) object.put(namesAndValues[i], namesAndValues[i + 1]);
        return object.toString();
    }
}
