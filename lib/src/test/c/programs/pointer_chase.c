/* A list through 128 KiB in an order no stride explains. */
void work(void);

enum { NODES = 2048 };
struct node {
    struct node *next;
    long payload[7];
};
static struct node nodes[NODES];
long chased;

void work(void)
{
    /* a full period: multiplier - 1 is a multiple of 4, the increment is odd (Hull and Dobell) */
    unsigned here = 0;
    for (int i = 0; i < NODES; i++) {
        unsigned next = (here * 1229 + 351) % NODES;
        nodes[here].next = &nodes[next];
        nodes[here].payload[here % 7] = (long)here;
        here = next;
    }
    const struct node *node = nodes;
    for (int i = 0; i < 4 * NODES; i++) {
        chased += node->payload[i % 7];
        node = node->next;
    }
}
