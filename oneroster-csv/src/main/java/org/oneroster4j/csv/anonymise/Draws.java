package org.oneroster4j.csv.anonymise;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Numbers that look drawn by lot and are the same for the same seed, text and attempt: HMAC-SHA-256 under the seed gives a
 * key for the text, SHA-256 of that and a counter the numbers. Who does not have the seed learns nothing of the text.
 */
final class Draws {
    private final byte[] key;
    private final MessageDigest digest;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private int counter;

    /** Makes the numbers for a text. */
    Draws(long seed, String text, int attempt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    ByteBuffer.allocate(Long.BYTES).putLong(0, seed).array(), "HmacSHA256"));
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, attempt));
            key = mac.doFinal(text.getBytes(StandardCharsets.UTF_16BE));
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Eight bytes are a key for HMAC", e);
        }
    }

    /** Returns a number from 0 up to, and without, a bound. */
    int below(int bound) {
        if (block.remaining() < Integer.BYTES) {
            digest.update(key);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, counter++));
            block = ByteBuffer.wrap(digest.digest());
        }
        return Integer.remainderUnsigned(block.getInt(), bound);
    }
}
