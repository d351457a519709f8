/* Files from the host through QEMU's fw_cfg device: a directory under a fixed key gives each file's
   size and key, in big-endian numbers. */
#include <endian.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"
#include "ports.h"

enum { DIRECTORY_KEY = 0x19 };

struct entry {
    uint32_t size;
    uint16_t key;
    uint16_t reserved;
    char name[56];
};

static char *read_entry(const struct entry *entry, size_t *bytes)
{
    *bytes = be32toh(entry->size);
    char *content = malloc(*bytes + 1);
    if (content == NULL)
        host_give_up("malloc(%zu bytes for %s)", *bytes, entry->name);
    memset(content, 0, *bytes + 1); /* present before the device writes to it */
    port_select(PORT_FILE_SELECTOR, be16toh(entry->key));
    port_read(PORT_FILE_DATA, content, *bytes);
    return content;
}

char *host_file(const char *name, size_t *bytes)
{
    uint32_t count = 0;
    port_select(PORT_FILE_SELECTOR, DIRECTORY_KEY);
    port_read(PORT_FILE_DATA, &count, sizeof count);
    for (uint32_t i = be32toh(count); i > 0; i--) {
        struct entry entry;
        port_read(PORT_FILE_DATA, &entry, sizeof entry);
        if (strncmp(entry.name, name, sizeof entry.name) == 0)
            return read_entry(&entry, bytes);
    }
    return NULL;
}
