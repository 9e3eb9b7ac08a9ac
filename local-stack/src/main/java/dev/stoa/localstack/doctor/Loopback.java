package dev.stoa.localstack.doctor;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Whether a host is this machine itself. */
final class Loopback {
    private Loopback() {}

    static boolean is(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
