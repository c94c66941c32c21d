/**
 * A session on disk: what determined a run, every event of it in Chronicle Queue, snapshots of the
 * machine, and the seals that show that all of it is whole. No other package knows Chronicle.
 *
 * <h2>Directory, format version 1</h2>
 *
 * <pre>
 * DIR/
 *   session.json         configuration, totals, seal digest, checksums of the files; written last: finished
 *   lock                 locked by the one process that records or repairs
 *   queue/               events: a Chronicle Queue of one file, raw bytes
 *   snapshots/           states of the machine: a queue of its own; absent when none was taken
 *   images/SHA256        what the guest was started from
 *   drive/               blocks that the guest read, and its overlay
 *   queue.rebuild/       only while a repair is at work; queue.damaged/ only during its last step
 * </pre>
 *
 * <h2>Document</h2>
 *
 * One excerpt of a queue; numbers are little-endian. Appending it commits it.
 *
 * <pre>
 *  0  'T' 'L' kind version     kind: 'J' events, 'S' snapshots
 *  4  u32  CRC32C of all bytes from 8 on
 *  8  u64  number of the document in its queue, from 0
 * 16  u32  stretch, from 0 (events); 0 (snapshots)
 * 20  u24  bytes of payload, then u8 type
 * 24  u64  id of the first trap in it or behind it (events); number of the snapshot
 * 32  payload
 * </pre>
 *
 * <h2>Events</h2>
 *
 * <pre>
 * queue    := config+ stretch*
 * stretch  := facts* seal       the first includes the configuration; the last of a killed session has no seal
 * config   := type 1: u32 bytes of the whole text, then a piece of its UTF-8
 * facts    := type 2: records
 * seal     := type 3: see {@link trapline.journal.Seal}; its hash is SHA-256 over the hash of the seal before, the
 *             stretch's documents and the seal's own fields
 * </pre>
 *
 * A stretch stands alone: it begins with START, and names and shapes are defined again at their
 * first use in it. {@code v} is an unsigned LEB128 number, {@code z} the same of a zigzag-coded
 * difference, {@code s} a {@code v} length and UTF-8.
 *
 * <pre>
 * trap      0sgv vetp byte: bit 0 shape index v (else: the shape that followed the last one before), bit 1 retired
 *           since this vCPU's last event v (else: as the shape's last), bit 2 z error of the virtual time against
 *           (last time + last cost + retired), bit 3 value v, bit 4 value z, bit 5 addresses, bit 6 arguments;
 *           then v latency: 0 absent, else 1 + zigzag against the shape's smoothed mean
 *           addresses: mask byte, z FAR, z IPA, z offset, the latter two against the same move as FAR
 *           arguments: mask byte, z x1, z x2, z x3, z result
 * 80 START      v next trap, v facts before, v virtual ns, v machine retired
 * 81 RULE       v index, s     82 DEVICE v index, s     83 FLAG v index, s
 * 84 SHAPE      v PC, v ESR, v injected ESR, v cost, v vCPU, u8 EL and class and direction, u8 action,
 *               v register + 1, v device + 1, v rule, v flags; its index is the next free one
 * 85 FORGET     all shapes: there are 4096, or the names behind the indices change
 * 86 RUN        repeats of the trap before: v count, u8 mode, u24 bytes of columns, columns:
 *               retired: z first, z of each to the one before if they vary; error of virtual time likewise;
 *               latency: v least, v of each above it
 * 87 INTERRUPT  v vCPU, v retired, z virtual error, z PC, u8 kind, v INTID
 * 88 CONSOLE    v port, v count, u8 varies, z machine retired, z virtual ns, bytes, z z of each further byte if varied
 * 89 LOG        moment, s      8a DIGEST  moment, 2 x u64    8b OUTCOME moment, u8 kind, u8 has detail, s
 * 8c INPUT      moment, u8 kind, v value                     8d SNAPSHOT moment, v number
 * moment    := z machine retired, z virtual ns
 * </pre>
 *
 * <h2>Snapshots</h2>
 *
 * <pre>
 * snapshot := BEGIN STATE* PAGES* INDEX* END       without its END it does not exist
 * BEGIN    type 1: u8 kind (0 full, 1 upon the one before, 2 upon one of the parent session), u64 base number,
 *          u64 machine retired, u64 virtual ns, u64 next trap, u64 facts, u32 bytes of state,
 *          2 x u64 hash of all memory (early builds left it out)
 * STATE    type 2: u32 raw bytes, zstd       PAGES type 3: u32 pages (up to 30), v frames, zstd of the pages
 * INDEX    type 4: per PAGES document: v its number among them, v pages, v frame differences; zero pages: number + 1
 * END      type 5: u32 documents of this snapshot, u32 pages
 * </pre>
 *
 * <p>A change of the layout raises the version; an older journal stays as test data. Readers refuse
 * other versions by name.
 */
@NullMarked
package trapline.journal;

import org.jspecify.annotations.NullMarked;
