# Machines outside Kubernetes
annotation_vm_instance_type = "m6i.2xlarge" # ten hours a day on weekends
license_vm_instance_type    = "r6i.xlarge"
