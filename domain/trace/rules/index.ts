export { anchorsOf, type Cluster, clustersOf } from "./clusters";
