package io.rialto.gateway.problem;

import io.rialto.protocol.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the venue's rules are called at a door. The words of the doors win; where they have none, the schema's own
 * description is told, and without one the words of the name.
 */
final class ReasonTitles {
    private static final String RESOURCE = "/venue.xml";
    private static final int REFUSED = 422;
    private static final int ABSENT = 404;
    private static final Map<String, String> DESCRIPTIONS = descriptions();

    private ReasonTitles() {}

    /** Of a door that finds it out by itself; in history, every refusal is {@value #REFUSED}. */
    static int status(Reason reason) {
        return switch (reason) {
            case UNKNOWN_ACCOUNT,
                    UNKNOWN_ASSET,
                    UNKNOWN_INSTRUMENT,
                    UNKNOWN_ORDER,
                    UNKNOWN_TRANSFER,
                    UNKNOWN_FIRM,
                    UNKNOWN_RISK_RULE -> ABSENT;
            default -> REFUSED;
        };
    }

    static String title(Reason reason) {
        return switch (reason) {
            case UNKNOWN_ACCOUNT -> "The account does not exist";
            case UNKNOWN_ASSET -> "The asset does not exist";
            case UNKNOWN_INSTRUMENT -> "The instrument does not exist";
            case UNKNOWN_ORDER -> "The order does not exist";
            case UNKNOWN_TRANSFER -> "The transfer does not exist";
            case UNKNOWN_FIRM -> "The firm does not exist";
            case UNKNOWN_RISK_RULE -> "The risk rule does not exist";
            case BLOCKED_BY_RISK_RULE -> "A risk rule lets no such order pass";
            case UNKNOWN_COMMAND -> "This version does not know the command";
            case DUPLICATE_REQUEST -> "The request was decided before and its outcome is no longer at hand";
            case REQUEST_KEY_REUSED -> "The idempotency key was used for another request";
            case REQUEST_FENCED -> "The idempotency key was fenced before the request arrived";
            case DUPLICATE_CLIENT_ORDER_ID -> "An open order of the account carries this clientOrderId";
            case ASSET_ALREADY_LISTED -> "The asset is listed already";
            case INSTRUMENT_ALREADY_LISTED -> "The instrument is listed already";
            case INVALID_ASSET -> "The asset's terms are not allowed";
            case INVALID_INSTRUMENT -> "The instrument's terms contradict each other or its assets";
            case PRICE_NOT_POSITIVE -> "The price must be above zero";
            case QUANTITY_BELOW_MINIMUM -> "The quantity is below the instrument's minimum";
            case QUANTITY_ABOVE_MAXIMUM -> "The quantity is above the instrument's maximum";
            case NOTIONAL_BELOW_MINIMUM -> "Price times quantity is below the instrument's minimum";
            case VALUE_OVERFLOW -> "Price times quantity is beyond what the venue can count";
            case INVALID_COMBINATION -> "The fields cannot stand together";
            case NO_REFERENCE_PRICE -> "There is no reference price for a market order";
            case POST_ONLY_WOULD_TAKE -> "Order would immediately match and take.";
            case INSUFFICIENT_FUNDS -> "The account does not have enough available";
            case WOULD_CHANGE_NOTHING -> "The change would change no state";
            case QUANTITY_NOT_ABOVE_EXECUTED -> "The new total must be above what is executed";
            case INVALID_AMOUNT -> "The amount must be above zero";
            case TRANSFER_NOT_PENDING -> "The transfer is not pending";
            case REQUESTED_BY_OWNER -> "Cancelled by its owner";
            case MASS_CANCEL -> "Cancelled by a cancel of many";
            case IMMEDIATE_OR_CANCEL -> "What could not be taken at once was dropped";
            case FILL_OR_KILL -> "Not all of it could be taken at once";
            case NO_LIQUIDITY -> "The opposite side is empty";
            case MARKET_COLLAR -> "The next price lies beyond the market order's price range";
            case SELF_TRADE_PREVENTED -> "It met an order of the same owner";
            case TOO_MANY_FILLS -> "One command reached its cap of fills";
            case AMOUNT_EXHAUSTED -> "Less than one lot is affordable from what is left";
            default -> described(reason.name());
        };
    }

    private static String described(String name) {
        String description = DESCRIPTIONS.getOrDefault(name, "");
        if (description.isEmpty()) {
            String words = name.toLowerCase(Locale.ROOT).replace('_', ' ');
            return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }
        return description.endsWith(".") ? description.substring(0, description.length() - 1) : description;
    }

    private static Map<String, String> descriptions() {
        Map<String, String> found = new HashMap<>();
        try (InputStream schema = Reason.class.getResourceAsStream(RESOURCE)) {
            DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
            documents.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            NodeList enums = documents.newDocumentBuilder().parse(schema).getElementsByTagName("enum");
            for (int i = 0; i < enums.getLength(); i++) {
                if (enums.item(i) instanceof Element list
                        && list.getAttribute("name").equals("Reason")) {
                    NodeList values = list.getElementsByTagName("validValue");
                    for (int j = 0; j < values.getLength(); j++) add(found, (Element) values.item(j));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("the schema " + RESOURCE + " cannot be read", e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the schema " + RESOURCE + " is not XML", e);
        }
    }

    private static void add(Map<String, String> found, Element value) {
        found.put(value.getAttribute("name"), value.getAttribute("description"));
    }
}
