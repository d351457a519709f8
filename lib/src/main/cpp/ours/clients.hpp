// The workload clients over any of our switches.
#pragma once

#include "../shared/clients.hpp"
#include "tasks.hpp"

namespace ours {

template <class Switch, const Layout &layout> void ask(const bench::Options &options)
{
    Tasks<Switch> tasks(clients::CLIENTS, layout, options.seed);
    clients::measure_asked(options, tasks);
}

} // namespace ours
