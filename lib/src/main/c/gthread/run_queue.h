/* First in, first out: whoever yields goes to the tail. */
#ifndef SWITCHLAB_RUN_QUEUE_H
#define SWITCHLAB_RUN_QUEUE_H

#include <stddef.h>

struct gthread;

struct run_node {
    struct gthread *thread;
    struct run_node *next;
};

struct run_queue {
    struct run_node *head, *tail;
};

static inline void run_queue_append(struct run_queue *queue, struct run_node *node)
{
    node->next = NULL;
    if (queue->head == NULL)
        queue->head = node;
    else
        queue->tail->next = node;
    queue->tail = node;
}

/* The queue must not be empty. */
static inline struct run_node *run_queue_take(struct run_queue *queue)
{
    struct run_node *node = queue->head;
    queue->head = node->next;
    return node;
}

#endif
