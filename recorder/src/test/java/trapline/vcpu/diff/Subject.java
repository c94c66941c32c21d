package trapline.vcpu.diff;

/** Trapline's side: runs a stream in a context. */
interface Subject {
    /**
     * Executes a stream, changing {@code context} to what the registers hold afterwards.
     *
     * @param words the instructions, without the final return
     */
    void run(Context context, int[] words);
}
