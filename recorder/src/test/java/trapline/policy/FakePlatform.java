package trapline.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import trapline.bus.Access;
import trapline.isa.SysReg;
import trapline.vcpu.Vcpu;

/** A machine that notes what a personality asks of it. */
final class FakePlatform implements Platform {
    final List<Vcpu> cpus = new ArrayList<>();
    final List<Boolean> online = new ArrayList<>();

    /** What was asked, in order, such as {@code block 0}. */
    final List<String> calls = new ArrayList<>();

    final List<String> log = new ArrayList<>();
    final Map<Long, Byte> memory = new HashMap<>();
    final Deque<Integer> dccInput = new ArrayDeque<>();
    final StringBuilder dccOutput = new StringBuilder();
    long nanos;

    /** What device reads return, and the last access. */
    long deviceValue;

    boolean deviceRefuses;
    String lastAccess = "";
    boolean mapsDirect;

    FakePlatform(Vcpu... cpus) {
        for (Vcpu c : cpus) {
            this.cpus.add(c);
            online.add(c.id == 0);
        }
    }

    @Override
    public int vcpus() {
        return cpus.size();
    }

    @Override
    public Vcpu vcpu(int index) {
        return cpus.get(index);
    }

    @Override
    public boolean online(int index) {
        return online.get(index);
    }

    @Override
    public void powerOn(int index) {
        online.set(index, true);
        calls.add("on " + index);
    }

    @Override
    public void powerOff(int index) {
        online.set(index, false);
        calls.add("off " + index);
    }

    @Override
    public void block(Vcpu c) {
        calls.add("block " + c.id);
    }

    @Override
    public void blockUntil(Vcpu c, long virtualNanos) {
        calls.add("block " + c.id + " until " + virtualNanos);
    }

    @Override
    public void yield(Vcpu c) {
        calls.add("yield " + c.id);
    }

    @Override
    public void systemOff() {
        calls.add("system off");
    }

    @Override
    public void systemReset() {
        calls.add("system reset");
    }

    @Override
    public void systemSuspend() {
        calls.add("system suspend");
    }

    @Override
    public void crash(String why) {
        calls.add("crash");
    }

    @Override
    public void hostPanic(String why) {
        calls.add("host panic");
    }

    @Override
    public void mmio(Vcpu c, int device, long offset, Access a) {
        lastAccess =
                (a.write ? "write " : "read ")
                        + (a.bytes + " at " + device + "+0x" + Long.toHexString(offset))
                        + (a.write ? " = 0x" + Long.toHexString(a.value) : "");
        a.abort = deviceRefuses;
        if (!a.write) {
            a.value = deviceValue;
        }
    }

    @Override
    public boolean mapDirect(long ipa) {
        calls.add("map 0x" + Long.toHexString(ipa));
        return mapsDirect;
    }

    @Override
    public void sendSgi(Vcpu c, int register, long value) {
        calls.add("sgi " + SysReg.name(register, false) + " 0x" + Long.toHexString(value));
    }

    @Override
    public long readTimer(Vcpu c, int register) {
        calls.add("read " + SysReg.name(register, true));
        return 7;
    }

    @Override
    public void writeTimer(Vcpu c, int register, long value) {
        calls.add("write " + SysReg.name(register, false) + " " + value);
    }

    @Override
    public void flushGuestMemory(Vcpu c) {
        calls.add("flush " + c.id);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public long machineRetired() {
        return 0;
    }

    @Override
    public void log(String line) {
        log.add(line);
    }

    @Override
    public void dccOutput(int value) {
        dccOutput.append((char) value);
    }

    @Override
    public int dccPeek() {
        return dccInput.isEmpty() ? -1 : dccInput.peek();
    }

    @Override
    public void dccTake() {
        dccInput.remove();
    }

    void put(long va, long value, int bytes) {
        for (int k = 0; k < bytes; k++) {
            memory.put(va + k, (byte) (value >>> 8 * k));
        }
    }

    void put(long va, String s) {
        for (int k = 0; k < s.length(); k++) {
            memory.put(va + k, (byte) s.charAt(k));
        }
    }

    long get(long va, int bytes) {
        long v = 0;
        for (int k = bytes - 1; k >= 0; k--) {
            v = v << 8 | memory.get(va + k) & 0xff;
        }
        return v;
    }

    @Override
    public boolean copyFromGuest(Vcpu c, long va, byte[] into, int length) {
        for (int k = 0; k < length; k++) {
            if (!memory.containsKey(va + k)) {
                return false;
            }
        }
        for (int k = 0; k < length; k++) {
            into[k] = memory.get(va + k);
        }
        return true;
    }

    @Override
    public boolean copyToGuest(Vcpu c, long va, byte[] from, int length) {
        for (int k = 0; k < length; k++) {
            memory.put(va + k, from[k]);
        }
        return true;
    }
}
