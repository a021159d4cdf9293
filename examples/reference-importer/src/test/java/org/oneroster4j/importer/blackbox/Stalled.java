package org.oneroster4j.importer.blackbox;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Clients that begin a request and send no more of it. */
final class Stalled implements Closeable {
    private final List<Socket> sockets = new ArrayList<>();

    Stalled(int port, int clients) throws IOException {
        for (int i = 0; i < clients; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            sockets.add(socket);
            socket.getOutputStream().write("GET /health HTT".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Returns how many there are. */
    int count() {
        return sockets.size();
    }

    /** Waits until the server has ended all of them; it resets one that it has not read to its end. */
    void awaitEnd() throws IOException {
        for (Socket socket : sockets) {
            boolean open = true;
            while (open) {
                open = isOpen(socket);
            }
        }
    }

    private static boolean isOpen(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
